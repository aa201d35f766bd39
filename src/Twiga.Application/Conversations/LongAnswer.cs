using Twiga.Application.Documents;
using Twiga.Domain.Documents;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Conversations;

/// <summary>An answer that is too long for messages, as pages.</summary>
internal static class LongAnswer
{
    public const int PartsAtMost = 3;

    public static Document Write(CitedAnswer answer, IReadOnlyList<string> remarks, string title, Language language)
    {
        var blocks = Prose.Blocks(answer.Text);
        var heading = blocks is [Heading first, ..] ? Words(first.Text.Inlines) : "";
        var sources = answer.Footer(language).Trim();
        return new Document
        {
            Title = heading.Length > 0 ? heading : title,
            Language = language,
            Header = heading.Length > 0 ? new TitleHeader(((Heading)blocks[0]).Text, []) : null,
            Blocks =
            [
                .. heading.Length > 0 ? blocks.Skip(1) : blocks,
                .. remarks.Select(r => new Paragraph(r)),
                .. sources.Length > 0 ? new Block[] { new Rule(), new Paragraph(sources) } : [],
            ],
        };
    }

    private static string Words(IReadOnlyList<Inline> inlines) => string.Concat(inlines.Select(i => i switch
    {
        Domain.Documents.Words words => words.Value,
        Bold bold => Words(bold.Inlines),
        Italic italic => Words(italic.Inlines),
        _ => " ",
    })).Trim();
}
