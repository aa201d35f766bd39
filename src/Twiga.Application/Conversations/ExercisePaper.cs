using System.Text.RegularExpressions;
using Twiga.Application.Common;
using Twiga.Application.Documents;
using Twiga.Domain.Documents;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Conversations;

/// <summary>An exercise from the talk as a sheet for pupils: without what was said around it and without its sources.</summary>
internal static partial class ExercisePaper
{
    /// <summary>Whether these words are the button's, in either language.</summary>
    public static bool IsAsked(string words) => Enum.GetValues<Language>()
        .Any(l => string.Equals(words.Trim(), new ToolTexts(l).AsDocument, StringComparison.OrdinalIgnoreCase));

    /// <summary>The last exercise that she was given; null where there was none.</summary>
    public static Document? Of(IReadOnlyList<Exchange> talk)
    {
        var given = talk.LastOrDefault(e => e.Kept is not null && Question().IsMatch(e.Reply));
        if (given is null)
            return null;
        var sheet = Sheet(given.Reply);
        var language = LanguageOf.Message(sheet) ?? Language.English;
        var texts = new ToolTexts(language);
        return new Document
        {
            Title = texts.Exercise,
            Language = language,
            Header = new FormHeader(
                texts.Exercise.ToUpperInvariant(),
                [new Field(texts.PupilsName, ""), new Field(texts.PupilsClass, ""), new Field(texts.Date, "")],
                Columns: 3),
            Blocks = Prose.Blocks(Markdown(sheet)),
        };
    }

    // From the first question, or the title above it, to the last line that belongs to one; answers begin again with 1.
    private static string Sheet(string reply)
    {
        var lines = Marker().Replace(reply.ReplaceLineEndings("\n"), "").Split('\n');
        var first = Array.FindIndex(lines, l => Question().IsMatch(l));
        if (Array.FindIndex(lines, first + 1, l => First().IsMatch(l)) is > 0 and var answers)
            lines = lines[..answers];
        var last = Array.FindLastIndex(lines, l => Question().IsMatch(l) || Letter().IsMatch(l));
        if (first > 0 && Title().IsMatch(lines[first - 1]))
            first--;
        while (last + 1 < lines.Length && lines[last + 1].StartsWith(' '))
            last++;
        return string.Join('\n', lines[first..(last + 1)]);
    }

    /// <summary>WhatsApp's bold is italic in Markdown.</summary>
    private static string Markdown(string sheet)
    {
        var stars = WhatsAppMarkup.Read(sheet).Where(r => r.Marker == "*").SelectMany(r => new[] { r.Open, r.Close }).ToHashSet();
        return string.Concat(sheet.Select((c, i) => stars.Contains(i) ? "**" : c.ToString()));
    }

    [GeneratedRegex(@"^\s*\d{1,2}[.)] ", RegexOptions.Multiline)]
    private static partial Regex Question();

    [GeneratedRegex(@"^\s?1[.)] ")]
    private static partial Regex First();

    [GeneratedRegex(@"^\s*[A-Z][.)] ")]
    private static partial Regex Letter();

    [GeneratedRegex(@"^\*[^*]+\*$")]
    private static partial Regex Title();

    [GeneratedRegex(@" ?\[\d+\]")]
    private static partial Regex Marker();
}
