using System.Globalization;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Twiga.Application.Documents;

namespace Twiga.Application.Conversations;

/// <summary>Writes paragraphs, lists, quotes and the rest, one below the other.</summary>
internal sealed class BlockWriter(string source)
{
    private static readonly HashSet<string> Languages = new(StringComparer.OrdinalIgnoreCase)
    {
        "", "text", "txt", "plaintext", "plain", "markdown", "md", "latex", "tex", "math", "python", "py", "java", "c",
        "cpp", "c++", "csharp", "c#", "javascript", "js", "typescript", "html", "css", "sql", "json", "xml", "yaml", "csv",
        "bash", "sh", "shell", "console", "pascal", "basic", "vb", "php", "r", "matlab", "pseudocode", "scratch", "diff",
    };

    private readonly HashSet<LinkReferenceDefinition> _used = [];

    private const int BlankToFill = 4;

    public string Write(MarkdownDocument document)
    {
        _used.UnionWith(document.Descendants<LinkInline>().Select(l => l.Reference).OfType<LinkReferenceDefinition>());
        return WriteAll(document);
    }

    private string WriteAll(ContainerBlock container)
    {
        var text = "";
        Block? before = null;
        foreach (var block in container)
        {
            var next = WriteBlock(block);
            if (next.Length == 0)
                continue;
            text += before is null ? next : Gap(before, block, container) + next;
            before = block;
        }

        return text;
    }

    private string WriteBlock(Block block) => block switch
    {
        HeadingBlock heading => InlineWriter.Write(heading.Inline, TextStyle.Bold).ToString(),
        ParagraphBlock paragraph => InlineWriter.Write(paragraph.Inline).ToString(),
        ListBlock list => WriteList(list),
        QuoteBlock quote => Prefix(quote, "> ", "> "),
        CodeBlock code => WriteCode(code),
        Table table => TableWriter.Write(table),
        ThematicBreakBlock { ThematicChar: '_', ThematicCharCount: >= BlankToFill } line =>
            new string('_', line.ThematicCharCount),
        LinkReferenceDefinitionGroup group =>
            string.Join('\n', group.OfType<LinkReferenceDefinition>().Where(d => !_used.Contains(d)).Select(Source)),
        ContainerBlock container => WriteAll(container),
        LeafBlock { Inline: { } inline } => InlineWriter.Write(inline).ToString(),
        _ => "",
    };

    private string Gap(Block before, Block next, ContainerBlock container)
    {
        if (before is HeadingBlock || container is ListItemBlock)
            return "\n";
        var from = Math.Clamp(before.Span.End, 0, source.Length);
        var to = Math.Clamp(next.Span.Start, from, source.Length);
        return source.AsSpan(from, to - from).Count('\n') == 1 ? "\n" : "\n\n";
    }

    // "+ 5" may be the second line of a sum, and is left as it is.
    private string WriteList(ListBlock list)
    {
        var lines = new List<string>();
        foreach (var (item, number, beginsAgain) in NumberedList.Read(list))
        {
            var sign = list.IsOrdered
                ? string.Create(CultureInfo.InvariantCulture, $"{number}{list.OrderedDelimiter} ")
                : list.BulletType == '+' ? "+ " : "- ";
            if (beginsAgain)
                lines.Add("");
            lines.Add(Prefix(item, sign, list.IsOrdered ? "   " : list.BulletType == '+' ? "" : "  "));
        }

        return string.Join('\n', lines);
    }

    // The lines of a code block keep to themselves: a prefix would be read as code.
    private string Prefix(ContainerBlock container, string first, string rest)
    {
        var lines = new List<string>();
        foreach (var block in container)
        {
            var text = WriteBlock(block);
            if (text.Length > 0)
                lines.AddRange(block is CodeBlock ? [text] : text.Split('\n').Select(l => rest + l));
        }

        var begin = lines.Count > 0 && lines[0].StartsWith(rest, StringComparison.Ordinal) ? rest.Length : 0;
        return first + (lines.Count == 0 ? "" : lines[0][begin..] + string.Concat(lines.Skip(1).Select(l => '\n' + l)));
    }

    private static string WriteCode(CodeBlock code)
    {
        var text = code.Lines.ToString().Replace(Markers.CodeBlock, "ˋˋˋ", StringComparison.Ordinal).Trim('\n');
        text = (Said(code as FencedCodeBlock) + text).TrimEnd();
        return text.Length == 0 ? "" : Markers.CodeBlock + text + Markers.CodeBlock;
    }

    // Weak models begin the text beside the fence.
    private static string Said(FencedCodeBlock? fence)
    {
        var said = Languages.Contains(fence?.Info ?? "") ? fence?.Arguments : $"{fence?.Info} {fence?.Arguments}";
        return string.IsNullOrWhiteSpace(said) ? "" : said.Trim() + "\n";
    }

    private static string Source(LinkReferenceDefinition definition) =>
        new StyledText().Append($"[{definition.Label}]: ").Append(definition.Url ?? "", TextStyle.Verbatim)
            .Append(string.IsNullOrEmpty(definition.Title) ? "" : " " + definition.Title).ToString();
}
