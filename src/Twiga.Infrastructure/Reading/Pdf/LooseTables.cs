using System.Text.RegularExpressions;

namespace Twiga.Infrastructure.Reading.Pdf;

/// <summary>Finds tables without lines around them: rows of cells that stand below each other.</summary>
internal static partial class LooseTables
{
    private const int LeastRows = 3;

    /// <param name="rows">From top to bottom; the lines of a row from left to right.</param>
    public static List<Line> Find(List<List<Line>> rows)
    {
        var lines = new List<Line>();
        for (var i = 0; i < rows.Count;)
        {
            var end = i;
            while (end < rows.Count && IsRow(rows[end]) && (end == i || Fits(rows[i], rows[end])))
                end++;
            if (end - i >= LeastRows)
            {
                var table = rows[i..end];
                lines.Add(Line.Table(
                    string.Join('\n', Cells(table)), table.Min(r => r[0].Left), table.Max(r => r[^1].Right), table[0][0].Base + table[0][0].Size));
                i = end;
            }
            else
            {
                lines.Add(Joined(rows[i]));
                i++;
            }
        }

        return lines;
    }

    private static Line Joined(List<Line> row) => row.Count == 1 ? row[0] : new Line(row);

    private static bool IsRow(List<Line> row) =>
        row.Count >= 2 && !row[0].IsTable
        && row.Count(l => l.IsFormula) <= row.Count / 2 && row.TrueForAll(l => l.Text.Length < 80)
        && !(row.Count == 2 && (Marker().IsMatch(row[0].Text) || row[0].IsFormula))
        && row.Zip(row.Skip(1)).All(p => p.Second.Left - p.First.Right > 1.2 * p.First.Size);

    /// <summary>Each of its cells stands below exactly one of the first row's.</summary>
    private static bool Fits(List<Line> head, List<Line> row) =>
        row.Count == head.Count && row.Zip(head).All(p => p.First.Left < p.Second.Right + 2 && p.Second.Left < p.First.Right + 2);

    private static IEnumerable<string> Cells(List<List<Line>> table) =>
        table.Select(row => string.Join(" | ", row.Select(c => c.Text)));

    [GeneratedRegex(@"^(\(?[\divxa-zA-Z]{1,4}[.)]|[•▪○●–-])$")]
    private static partial Regex Marker();
}
