using System.Globalization;
using System.Text.Json;
using Spectre.Console;

namespace Twiga.Benchmarks.World;

/// <summary>A benchmark's result: as a table for people, as JSON for machines.</summary>
internal static class Report
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    public static void Print(string title, bool json, IReadOnlyList<IReadOnlyDictionary<string, object>> rows)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(rows, Json));
            return;
        }

        var table = new Table().Title(title).Border(TableBorder.Markdown);
        foreach (var column in rows[0].Keys)
            table.AddColumn(column);
        foreach (var row in rows)
            table.AddRow(row.Values.Select(v => Markup.Escape(Text(v))).ToArray());
        AnsiConsole.Write(table);
    }

    /// <summary>The value below which this share of the sorted values lies.</summary>
    public static double Percentile(IReadOnlyList<double> sorted, double share) =>
        sorted.Count == 0 ? double.NaN : sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];

    private static string Text(object value) => value switch
    {
        double number => number.ToString("0.0", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
