namespace Twiga.Domain.Equations;

/// <summary>A term of school mathematics as a tree.</summary>
internal abstract record Expression
{
    private Expression()
    {
    }

    /// <summary>A number; places counts its decimals, -1 where it is written exactly.</summary>
    public sealed record Number(Rational Value, int Places = -1) : Expression;

    /// <summary>π or e.</summary>
    public sealed record Constant(double Value) : Expression;

    public sealed record Letter(string Name) : Expression;

    public sealed record Sum(Expression Left, Expression Right) : Expression;

    public sealed record Product(Expression Left, Expression Right) : Expression;

    public sealed record Quotient(Expression Above, Expression Below) : Expression;

    public sealed record Power(Expression Base, Expression Exponent) : Expression;

    public sealed record Root(int Degree, Expression Of) : Expression;

    public sealed record Call(Function Function, Expression Of) : Expression;

    public static Expression Minus(Expression of) => new Product(new Number(-1), of);

    public IEnumerable<Expression> Parts() => this switch
    {
        Sum s => [s.Left, s.Right],
        Product p => [p.Left, p.Right],
        Quotient q => [q.Above, q.Below],
        Power p => [p.Base, p.Exponent],
        Root r => [r.Of],
        Call c => [c.Of],
        _ => [],
    };

    public IEnumerable<Expression> All() => Parts().SelectMany(p => p.All()).Prepend(this);

    public IEnumerable<string> Letters() => All().OfType<Letter>().Select(l => l.Name).Distinct();

    public Expression With(string letter, Expression value) => this switch
    {
        Letter l => l.Name == letter ? value : l,
        Sum s => new Sum(s.Left.With(letter, value), s.Right.With(letter, value)),
        Product p => new Product(p.Left.With(letter, value), p.Right.With(letter, value)),
        Quotient q => new Quotient(q.Above.With(letter, value), q.Below.With(letter, value)),
        Power p => new Power(p.Base.With(letter, value), p.Exponent.With(letter, value)),
        Root r => r with { Of = r.Of.With(letter, value) },
        Call c => c with { Of = c.Of.With(letter, value) },
        _ => this,
    };
}

internal enum Function
{
    Sine,
    Cosine,
    Tangent,
    NaturalLogarithm,
    Absolute,
}

internal enum Relation
{
    Equal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// <summary>Two sides and what stands between them.</summary>
internal sealed record Statement(Expression Left, Relation Relation, Expression Right)
{
    public Expression Difference { get; } = new Expression.Sum(Left, Expression.Minus(Right));

    public bool IsStrict => Relation is Relation.Less or Relation.Greater;

    /// <summary>Whether it holds where the difference of the sides has this sign.</summary>
    public bool HoldsFor(int sign) => Relation switch
    {
        Relation.Equal => sign == 0,
        Relation.Less => sign < 0,
        Relation.LessOrEqual => sign <= 0,
        Relation.Greater => sign > 0,
        _ => sign >= 0,
    };
}
