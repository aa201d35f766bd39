using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Twiga.Infrastructure.Typesetting;

/// <summary>Tables as wide as their place.</summary>
internal static class WordTable
{
    private const int Inner = 85;
    private const int Above = 30;

    public static Table Frame(WordPlace place, IReadOnlyList<double> shares, bool lines)
    {
        var border = lines ? BorderValues.Single : BorderValues.None;
        var table = new Table(new TableProperties(
            new TableWidth { Width = $"{place.Right - place.Left}", Type = TableWidthUnitValues.Dxa },
            new TableIndentation { Width = place.Left, Type = TableWidthUnitValues.Dxa },
            new TableBorders(
                new TopBorder { Val = border, Size = 4 },
                new LeftBorder { Val = border, Size = 4 },
                new BottomBorder { Val = border, Size = 4 },
                new RightBorder { Val = border, Size = 4 },
                new InsideHorizontalBorder { Val = border, Size = 4 },
                new InsideVerticalBorder { Val = border, Size = 4 }),
            new TableLayout { Type = TableLayoutValues.Fixed },
            new TableCellMarginDefault(
                new TopMargin { Width = $"{Above}", Type = TableWidthUnitValues.Dxa },
                new TableCellLeftMargin { Width = Inner, Type = TableWidthValues.Dxa },
                new BottomMargin { Width = $"{Above}", Type = TableWidthUnitValues.Dxa },
                new TableCellRightMargin { Width = Inner, Type = TableWidthValues.Dxa })));
        var grid = new TableGrid();
        foreach (var width in Widths(place, shares))
            grid.Append(new GridColumn { Width = $"{width}" });
        table.Append(grid);
        return table;
    }

    public static IReadOnlyList<int> Widths(WordPlace place, IReadOnlyList<double> shares)
    {
        var all = shares.Sum();
        return [.. shares.Select(s => (int)((place.Right - place.Left) * s / all))];
    }

    public static TableCell Cell(int width, int columns, IEnumerable<OpenXmlElement> content)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa });
        if (columns > 1)
            properties.Append(new GridSpan { Val = columns });
        var cell = new TableCell(properties);
        cell.Append(content);
        // Word wants a paragraph at the end of every cell.
        if (cell.LastChild is not Paragraph)
            cell.Append(new Paragraph());
        return cell;
    }

    /// <summary>The place inside a cell.</summary>
    public static WordPlace Inside(int width, bool small) => new(0, Math.Max(width - (2 * Inner), Inner), [], small);
}
