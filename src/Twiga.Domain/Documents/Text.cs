namespace Twiga.Domain.Documents;

/// <summary>Words with what stands among them; a plain string is taken as it is, signs and all.</summary>
public sealed record Text(IReadOnlyList<Inline> Inlines)
{
    public static Text Empty { get; } = new([]);

    public bool IsEmpty => Inlines.Count == 0;

    public static implicit operator Text(string words) => words.Length == 0 ? Empty : new([new Words(words)]);

    public static Text Bold(string words) => new([new Bold([new Words(words)])]);
}

/// <summary>A piece of a line.</summary>
public abstract record Inline
{
    private protected Inline()
    {
    }
}

public sealed record Words(string Value) : Inline;

public sealed record Bold(IReadOnlyList<Inline> Inlines) : Inline;

public sealed record Italic(IReadOnlyList<Inline> Inlines) : Inline;

public sealed record Underlined(IReadOnlyList<Inline> Inlines) : Inline;

public sealed record Raised(IReadOnlyList<Inline> Inlines) : Inline;

public sealed record Lowered(IReadOnlyList<Inline> Inlines) : Inline;

public sealed record Code(string Value) : Inline;

/// <summary>A formula in LaTeX without dollar signs; what cannot be set is shown as it was written.</summary>
public sealed record Maths(string Latex) : Inline;

/// <summary>A gap to fill in, in millimetres.</summary>
public sealed record Gap(int Millimetres = 30) : Inline;

public sealed record LineBreak : Inline;
