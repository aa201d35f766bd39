using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace Twiga.Application.Conversations;

/// <summary>Writes a table, which WhatsApp has not, as a list that says the same.</summary>
internal static class TableWriter
{
    public static string Write(Table table)
    {
        var rows = table.OfType<TableRow>()
            .Select(r => r.OfType<TableCell>().Select(Text).ToArray())
            .Where(r => r.Any(c => c.Length > 0))
            .ToArray();
        if (rows.Length == 0)
            return "";
        var columns = rows.Max(r => r.Length);
        return columns < 3 ? Pairs(rows) : string.Join("\n\n", Records(rows, columns));
    }

    private static StyledText Text(TableCell cell)
    {
        var text = new StyledText();
        foreach (var block in cell.OfType<LeafBlock>())
            text.Append(InlineWriter.Write(block.Inline));
        return text.Flat();
    }

    // "*Method – Use*" and below it "- sieving: sand and gravel".
    private static string Pairs(StyledText[][] rows)
    {
        var head = Join(rows[0], " – ");
        return string.Join('\n', rows.Skip(1)
            .Select(r => new StyledText().Append("- ").Append(Join(r, ": ")))
            .Prepend(new StyledText().Append(head, TextStyle.Bold))
            .Where(l => l.Length > 0));
    }

    private static StyledText Join(StyledText[] cells, string between)
    {
        var text = new StyledText();
        foreach (var cell in cells.Where(c => c.Length > 0))
            text.Append(text.Length == 0 ? "" : between).Append(cell);
        return text;
    }

    // A row is named by its first cell; the others stand below it, each with its column's name. Cells are left out
    // where they are empty, but not a column that pupils are to fill in.
    private static IEnumerable<string> Records(StyledText[][] rows, int columns)
    {
        var names = rows[0];
        var toFill = Enumerable.Range(0, columns).Where(i => rows.Skip(1).All(r => i >= r.Length || r[i].Length == 0)).ToHashSet();
        if (rows.Length == 1)
            yield return Join(names, " – ").ToString();
        foreach (var row in rows.Skip(1))
        {
            var lines = new List<StyledText>();
            for (var i = 0; i < columns; i++)
            {
                var cell = i < row.Length ? row[i] : new StyledText();
                if (cell.Length == 0 && !toFill.Contains(i))
                    continue;
                var line = Join([i < names.Length ? names[i] : new StyledText(), cell], ": ");
                lines.Add(i == 0
                    ? new StyledText().Append(line, TextStyle.Bold)
                    : new StyledText().Append("- ").Append(line));
            }

            yield return string.Join('\n', lines);
        }
    }
}
