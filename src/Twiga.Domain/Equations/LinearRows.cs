namespace Twiga.Domain.Equations;

/// <summary>Linear equations as rows of exact numbers: a coefficient for each letter, then what stands alone.</summary>
internal sealed class LinearRows
{
    private static readonly int[] Places = [0, 1, 3];

    private readonly List<Rational[]> _rows;

    private LinearRows(List<Rational[]> rows) => _rows = rows;

    public static LinearRows? Of(Problem problem)
    {
        var rows = problem.Statements.Select(s => Row(s.Difference, problem.Letters)).ToList();
        return rows.Contains(null) ? null : new(rows!);
    }

    /// <summary>The letter as an expression of the other, where the equation is linear in both.</summary>
    public static Expression? Solved(Statement statement, string letter, string rest)
    {
        if (Row(statement.Difference, [letter, rest]) is not { } row || row[0].IsZero)
            return null;

        return new Expression.Sum(
            new Expression.Product(new Expression.Number(-row[1] / row[0]), new Expression.Letter(rest)),
            new Expression.Number(-row[2] / row[0]));
    }

    /// <summary>None, one, or endlessly many, by elimination.</summary>
    public int Solutions()
    {
        var width = _rows[0].Length - 1;
        var rank = 0;
        for (var column = 0; column < width; column++)
        {
            var pivot = _rows.FindIndex(rank, r => !r[column].IsZero);
            if (pivot < 0)
                continue;

            (_rows[rank], _rows[pivot]) = (_rows[pivot], _rows[rank]);
            for (var i = rank + 1; i < _rows.Count; i++)
            {
                var factor = _rows[i][column] / _rows[rank][column];
                _rows[i] = [.. _rows[i].Zip(_rows[rank], (a, b) => a - (factor * b))];
            }

            rank++;
        }

        return _rows.Skip(rank).Any(r => !r[width].IsZero) ? 0 : rank == width ? 1 : int.MaxValue;
    }

    private static Rational[]? Row(Expression expression, IReadOnlyList<string> letters)
    {
        if (Alone(expression, letters) is not { } alone)
            return null;

        var row = new Rational[letters.Count + 1];
        row[^1] = alone;
        for (var i = 0; i < letters.Count; i++)
        {
            // With the others at two different places, the slope must be the same: no products of letters.
            var slopes = Places.Select(other => Slope(expression, letters, i, other)).ToList();
            if (slopes.Contains(null) || slopes.Distinct().Count() > 1)
                return null;
            row[i] = slopes[0]!.Value;
        }

        return row;
    }

    private static Rational? Alone(Expression expression, IReadOnlyList<string> letters)
    {
        var bare = letters.Aggregate(expression, (e, l) => e.With(l, new Expression.Number(0)));
        return Fraction.From(bare, "") is { DividedBy.Degree: 0 } f ? f.Above[0] / f.Below[0] : null;
    }

    private static Rational? Slope(Expression expression, IReadOnlyList<string> letters, int of, int others)
    {
        var single = letters.Where((_, i) => i != of)
            .Aggregate(expression, (e, l) => e.With(l, new Expression.Number(others)));
        return Fraction.From(single, letters[of]) is { Above.Degree: <= 1, DividedBy.Degree: 0 } f
            ? f.Above[1] / f.Below[0]
            : null;
    }
}
