namespace Twiga.Application.Documents;

/// <summary>School mathematics as a tree.</summary>
public abstract record MathNode
{
    private MathNode()
    {
    }

    public static MathNode Nothing { get; } = new Row([]);

    public sealed record Row(IReadOnlyList<MathNode> Items) : MathNode;

    public sealed record Symbol(string Text, MathKind Kind) : MathNode;

    /// <summary>Words in a formula, with their own spaces.</summary>
    public sealed record Words(string Text) : MathNode;

    /// <summary>Upright letters, as of a unit or an element.</summary>
    public sealed record Upright(MathNode Body) : MathNode;

    public sealed record Bold(MathNode Body) : MathNode;

    public sealed record Script(MathNode Body, MathNode? Below, MathNode? Above) : MathNode;

    public sealed record Fraction(MathNode Top, MathNode Bottom) : MathNode;

    public sealed record Root(MathNode? Index, MathNode Body) : MathNode;

    /// <summary>A body with a combining sign on its letters.</summary>
    public sealed record Accent(char Mark, MathNode Body) : MathNode;

    public sealed record Fenced(string Open, MathNode Body, string Close) : MathNode;

    /// <summary>An arrow or a sign with a remark above it, below it, or both.</summary>
    public sealed record Remarked(MathNode Body, MathNode? Above, MathNode? Below) : MathNode;

    public sealed record Choose(MathNode From, MathNode Taken) : MathNode;

    public sealed record Lines(IReadOnlyList<IReadOnlyList<MathNode>> Rows) : MathNode;

    /// <summary>Cells in rows between brackets: what a line of text cannot show.</summary>
    public sealed record Grid(string Open, IReadOnlyList<IReadOnlyList<MathNode>> Rows, string Close) : MathNode
    {
        /// <summary>The side of the first column: l, c or r.</summary>
        public char Side { get; init; } = 'c';

        /// <summary>The rows that a line across stands above; as many as there are rows for a line below the last.</summary>
        public IReadOnlyList<int> Rules { get; init; } = [];
    }

    /// <summary>A command that school mathematics does not use.</summary>
    public sealed record Unknown(string Name) : MathNode;

    /// <summary>Space in the source that mathematics ignores and words do not.</summary>
    public sealed record Gap : MathNode;
}

/// <summary>What a sign is to its neighbours; it decides the space between them.</summary>
public enum MathKind
{
    Letter,
    Number,
    Word,
    Ordinary,
    Function,
    Large,
    Binary,
    Relation,
    Opening,
    Closing,
    Bar,
    Punctuation,
    Slash,
    Space,
    Break,
}
