using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Math;
using Twiga.Application.Documents;

namespace Twiga.Infrastructure.Typesetting;

/// <summary>Brackets, matrices, cases and lines below one another.</summary>
internal static class WordMathGrids
{
    public static Delimiter Fence(string open, string close, Base body) => new(
        new DelimiterProperties(new BeginChar { Val = open.Trim() }, new EndChar { Val = close.Trim() }), body);

    public static Delimiter Choose(Numerator from, Denominator taken)
    {
        var body = new Base();
        body.Append(new Fraction(new FractionProperties(new FractionType { Val = FractionTypeValues.NoBar }), from, taken));
        return Fence("(", ")", body);
    }

    public static EquationArray Lines(IReadOnlyList<IReadOnlyList<MathNode>> rows, int depth)
    {
        var lines = new EquationArray();
        foreach (var row in rows)
            lines.Append(Line(row, depth));
        if (rows.Count == 0)
            lines.Append(new Base());
        return lines;
    }

    public static OpenXmlElement Grid(MathNode.Grid grid, int depth)
    {
        var (open, close) = (grid.Open.Trim(), grid.Close.Trim());
        if (open.Length == 0 != (close.Length == 0))
            return Fence(open, close, Around(Lines(grid.Rows, depth)));
        var matrix = Matrix(grid.Rows, depth);
        return open.Length == 0 ? matrix : Fence(open, close, Around(matrix));
    }

    private static Matrix Matrix(IReadOnlyList<IReadOnlyList<MathNode>> rows, int depth)
    {
        var columns = Math.Max(1, rows.Count == 0 ? 1 : rows.Max(r => r.Count));
        var matrix = new Matrix(new MatrixProperties(new MatrixColumns(new MatrixColumn(new MatrixColumnProperties(
            new MatrixColumnCount { Val = columns }, new MatrixColumnJustification { Val = HorizontalAlignmentValues.Center })))));
        foreach (var row in rows.DefaultIfEmpty([]))
        {
            var line = new MatrixRow();
            for (var i = 0; i < columns; i++)
                line.Append(WordMath.Part<Base>(i < row.Count ? row[i] : null, depth + 1));
            matrix.Append(line);
        }

        return matrix;
    }

    // Word aligns at the sign & in the text.
    private static Base Line(IReadOnlyList<MathNode> cells, int depth)
    {
        var line = new Base();
        for (var i = 0; i < cells.Count; i++)
        {
            if (i > 0)
                line.Append(WordMath.Run("&"));
            line.Append(WordMath.Write(cells[i], depth + 1));
        }

        return line;
    }

    private static Base Around(OpenXmlElement body)
    {
        var around = new Base();
        around.Append(body);
        return around;
    }
}
