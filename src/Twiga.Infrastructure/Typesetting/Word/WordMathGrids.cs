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

    /// <summary>Lines of one cell, or of several whose first ones end where the others begin.</summary>
    public static OpenXmlElement Lines(IReadOnlyList<IReadOnlyList<MathNode>> rows, int depth)
    {
        if (rows.Any(r => r.Count > 1))
            return Matrix(rows, depth, aligned: true);
        var lines = new EquationArray();
        foreach (var row in rows)
            lines.Append(WordMath.Part<Base>(row.Count == 0 ? null : row[0], depth + 1));
        if (rows.Count == 0)
            lines.Append(new Base());
        return lines;
    }

    public static OpenXmlElement Grid(MathNode.Grid grid, int depth)
    {
        var (open, close) = (grid.Open.Trim(), grid.Close.Trim());
        if (open.Length == 0 != (close.Length == 0))
            return Fence(open, close, Around(Lines(grid.Rows, depth)));
        var matrix = Matrix(grid.Rows, depth, side: grid.Side);
        return open.Length == 0 ? matrix : Fence(open, close, Around(matrix));
    }

    private static Matrix Matrix(IReadOnlyList<IReadOnlyList<MathNode>> rows, int depth, bool aligned = false, char side = 'c')
    {
        var columns = Math.Max(1, rows.Count == 0 ? 1 : rows.Max(r => r.Count));
        var matrix = new Matrix(Properties(columns, aligned, side));
        foreach (var row in rows.DefaultIfEmpty([]))
        {
            var line = new MatrixRow();
            for (var i = 0; i < columns; i++)
            {
                var cell = WordMath.Part<Base>(i < row.Count ? row[i] : null, depth + 1);
                // LibreOffice wants something on either side of a sign.
                if (aligned && i % 2 == 1)
                    cell.PrependChild(WordMath.Run("\u200B", plain: true));
                line.Append(cell);
            }

            matrix.Append(line);
        }

        return matrix;
    }

    private static MatrixProperties Properties(int columns, bool aligned, char side)
    {
        var all = new MatrixColumns();
        for (var i = 0; i < (aligned ? columns : 1); i++)
        {
            all.Append(new MatrixColumn(new MatrixColumnProperties(
                new MatrixColumnCount { Val = aligned ? 1 : columns },
                new MatrixColumnJustification
                {
                    Val = !aligned && side == 'c' ? HorizontalAlignmentValues.Center
                        : aligned ? i % 2 == 0 ? HorizontalAlignmentValues.Right : HorizontalAlignmentValues.Left
                        : side == 'r' ? HorizontalAlignmentValues.Right
                        : HorizontalAlignmentValues.Left,
                })));
        }

        // The gap between aligned columns in points; the sign of equality brings its own.
        return aligned
            ? new MatrixProperties(new ColumnGapRule { Val = 3 }, new ColumnGap { Val = 0 }, all)
            : new MatrixProperties(all);
    }

    private static Base Around(OpenXmlElement body)
    {
        var around = new Base();
        around.Append(body);
        return around;
    }
}
