using System.Globalization;
using System.Text;

namespace Twiga.Application.Documents;

/// <summary>A formula as one line of Unicode, or several where it has several.</summary>
internal sealed record PrintedMaths(string Text, bool NeedsPicture);

/// <summary>Prints formulas in Unicode; where Unicode has no form for them, so that they can still be read.</summary>
internal static class MathText
{
    public static PrintedMaths From(string latex)
    {
        var tree = LatexParser.Parse(latex);
        return new PrintedMaths(Tidy(Print(tree)), MathWeight.NeedsPicture(tree));
    }

    public static string Print(MathNode node) => node switch
    {
        MathNode.Row row => new RowPrinter(row.Items).Print(),
        MathNode.Symbol symbol => symbol.Text,
        MathNode.Words words => words.Text,
        MathNode.Upright upright => Print(upright.Body),
        MathNode.Bold bold => Print(bold.Body),
        MathNode.Script script => ScriptPrinter.Print(script),
        MathNode.Fraction fraction => FractionPrinter.Print(fraction),
        MathNode.Root root => RootSign(root.Index) + Rooted(Print(root.Body)),
        MathNode.Accent accent => Marked(Print(accent.Body), accent.Mark),
        MathNode.Fenced fenced => fenced.Open + Print(fenced.Body) + fenced.Close,
        MathNode.Remarked remarked => Remarked(Print(remarked.Body), remarked.Above, remarked.Below),
        MathNode.Choose choose => $"C({Print(choose.From)}, {Print(choose.Taken)})",
        MathNode.Lines lines => string.Join('\n', lines.Rows.Select(Line)),
        MathNode.Grid { Open: "", Close: "" } grid => Print(grid with { Open = "[", Close = "]" }),
        MathNode.Grid grid => grid.Open
            + string.Join("; ", grid.Rows.Select(r => string.Join(", ", r.Select(c => Print(c).Trim().TrimEnd(',')))))
            + grid.Close,
        MathNode.Unknown unknown => unknown.Name,
        _ => "",
    };

    private static string Line(IReadOnlyList<MathNode> cells)
    {
        var items = new List<MathNode>();
        for (var i = 0; i < cells.Count; i++)
        {
            // Every second & begins a new column, usually a remark.
            if (i > 0 && i % 2 == 0)
                items.Add(new MathNode.Symbol("  ", MathKind.Space));
            items.AddRange(cells[i] is MathNode.Row row ? row.Items : [cells[i]]);
        }

        return new RowPrinter(items).Print();
    }

    private static string RootSign(MathNode? index) => (index is null ? "" : Print(index).Trim()) switch
    {
        "" or "2" => "√",
        "3" => "∛",
        "4" => "∜",
        var other => Scripts.TryRaise(other) is { } raised ? raised + "√" : $"√[{other}]",
    };

    private static string Rooted(string text)
    {
        text = text.Trim();
        var plain = text.All(c => char.IsDigit(c) || c == '.') || new StringInfo(text).LengthInTextElements == 1;
        return plain ? text : Brackets.Around(text);
    }

    private static string Remarked(string body, params ReadOnlySpan<MathNode?> around)
    {
        var remarks = new List<string>();
        foreach (var remark in around)
        {
            if (remark is not null && Print(remark) is { Length: > 0 } text)
                remarks.Add(text);
        }

        return remarks.Count == 0 ? body : $"{body}({string.Join(", ", remarks)})";
    }

    private static string Marked(string text, char mark)
    {
        // An arrow or a hat stands once; a bar or a stroke goes over every letter.
        var everywhere = mark is '\u0304' or '\u0305' or '\u0332' or '\u0336';
        var marked = new StringBuilder();
        var elements = StringInfo.GetTextElementEnumerator(text.Trim());
        var last = new StringInfo(text.Trim()).LengthInTextElements - 1;
        for (var i = 0; elements.MoveNext(); i++)
        {
            marked.Append(elements.GetTextElement());
            if (everywhere || i == last)
                marked.Append(mark);
        }

        return marked.ToString();
    }

    private static string Tidy(string text)
    {
        var tidy = new StringBuilder(text.Length);
        foreach (var c in text.Replace("\r", "", StringComparison.Ordinal))
        {
            if (c == '\n' ? tidy.Length > 0 && tidy[^1] == '\n' : char.IsWhiteSpace(c) && tidy is [.., ' ' or '\n'])
                continue;
            tidy.Append(c == '\n' || !char.IsWhiteSpace(c) ? c : ' ');
        }

        return tidy.ToString().Trim();
    }
}
