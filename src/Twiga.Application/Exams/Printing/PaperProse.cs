using System.Text.RegularExpressions;
using Twiga.Domain.Documents;

namespace Twiga.Application.Exams;

/// <summary>Texts of questions as printed: formulas between dollar signs, gaps of underscores; all else as it stands.</summary>
internal static partial class PaperProse
{
    private const int MillimetresOfGap = 30;

    public static Text Read(string text)
    {
        var inlines = new List<Inline>();
        foreach (var (line, at) in text.ReplaceLineEndings("\n").Split('\n').Select((line, at) => (line, at)))
        {
            if (at > 0)
                inlines.Add(new LineBreak());
            AddLine(line, inlines);
        }

        return new Text(inlines);
    }

    private static void AddLine(string line, List<Inline> inlines)
    {
        var at = 0;
        foreach (Match sign in Sign().Matches(line))
        {
            AddWords(line[at..sign.Index]);
            inlines.Add(sign.Groups["tex"] is { Success: true } tex ? new Maths(tex.Value) : new Gap(MillimetresOfGap));
            at = sign.Index + sign.Length;
        }

        AddWords(line[at..]);

        void AddWords(string words)
        {
            if (words.Length > 0)
                inlines.Add(new Words(words));
        }
    }

    // a dollar sign before a number and a blank is money: the formula's first and last characters are no blanks
    [GeneratedRegex(@"\$\$(?<tex>[^$]+)\$\$|\$(?<tex>[^\s$](?:[^$]*[^\s$\\])?)\$(?!\d)|_{3,}")]
    private static partial Regex Sign();
}
