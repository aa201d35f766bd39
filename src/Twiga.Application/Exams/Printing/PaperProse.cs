using System.Text.RegularExpressions;
using Twiga.Application.Documents;
using Twiga.Domain.Documents;

namespace Twiga.Application.Exams;

/// <summary>Texts of questions as printed: what a model writes, with underscores as gaps to fill in.</summary>
internal static partial class PaperProse
{
    public static Text Read(string text) => new([.. Prose.Line(text).Inlines.SelectMany(WithGaps)]);

    private static IEnumerable<Inline> WithGaps(Inline inline)
    {
        if (inline is not Words words)
            return [inline];

        var pieces = Underscores().Split(words.Value);
        return pieces.SelectMany((piece, at) => (Inline[])
            [.. at > 0 ? [new Gap()] : Array.Empty<Inline>(), .. piece.Length > 0 ? [new Words(piece)] : Array.Empty<Inline>()]);
    }

    [GeneratedRegex("_{3,}")]
    private static partial Regex Underscores();
}
