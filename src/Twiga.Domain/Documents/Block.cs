namespace Twiga.Domain.Documents;

/// <summary>What stands below one another on the pages.</summary>
public abstract record Block
{
    private protected Block()
    {
    }
}

/// <summary>Level 1 (a section, centred), 2 or 3 (left).</summary>
public sealed record Heading(Text Text, int Level = 2) : Block;

public sealed record Paragraph(Text Text, Alignment Alignment = Alignment.Start) : Block;

public enum Alignment
{
    Start,
    Centre,
    End,
}

/// <summary>Questions, parts or points with labels as given; nested through the blocks of an item.</summary>
public sealed record Items(IReadOnlyList<Item> All) : Block;

/// <summary>"1.", "(a)" or "(ii)" in the margin, the words beside it, marks at the right margin of the last line.</summary>
public sealed record Item(string Label, IReadOnlyList<Block> Blocks)
{
    /// <summary>As printed, with its brackets: "(02 marks)", "(alama 2)"; null where the item has none.</summary>
    public string? Marks { get; init; }

    /// <summary>The item is not torn over two pages where it can be helped.</summary>
    public bool KeepTogether { get; init; } = true;
}

public sealed record Bullets(IReadOnlyList<IReadOnlyList<Block>> All) : Block;

/// <summary>Answers to choose from, in as many columns as their length allows.</summary>
public sealed record Options(IReadOnlyList<Option> All) : Block;

/// <summary>A letter as printed ("A") and what it stands for.</summary>
public sealed record Option(string Letter, Text Text);

/// <summary>Two lists side by side whose entries belong together.</summary>
public sealed record Matching(MatchingList Left, MatchingList Right) : Block;

public sealed record MatchingList(Text Title, IReadOnlyList<Option> Entries);

/// <summary>Cells under a head that is repeated on every page; a cell that spans columns leaves out those it covers.</summary>
public sealed record Table : Block
{
    public IReadOnlyList<Cell> Head { get; init; } = [];

    public required IReadOnlyList<IReadOnlyList<Cell>> Rows { get; init; }

    /// <summary>Shares of the width, one a column (any unit); where empty all columns are alike.</summary>
    public IReadOnlyList<double> Widths { get; init; } = [];

    /// <summary>Smaller letters, for tables of many columns.</summary>
    public bool Small { get; init; }
}

public sealed record Cell(IReadOnlyList<Block> Blocks, Alignment Alignment = Alignment.Start, int Columns = 1)
{
    public static implicit operator Cell(string text) => new([new Paragraph(text)]);

    public static implicit operator Cell(Text text) => new([new Paragraph(text)]);
}

/// <summary>Formulas in LaTeX that stand by themselves, one below the other, aligned at &amp; where they have it.</summary>
public sealed record Formula(IReadOnlyList<string> Latex) : Block;

/// <summary>Ruled lines to write on, 8 mm apart.</summary>
public sealed record AnswerLines(int Count) : Block;

/// <summary>Empty room, for drawing or working.</summary>
public sealed record AnswerSpace(int Millimetres) : Block;

/// <summary>A frame with a note, a passage to read or a case in it.</summary>
public sealed record Box(IReadOnlyList<Block> Blocks, Text? Title = null) : Block;

/// <summary>Lines that keep their spaces: a program, a table in text.</summary>
public sealed record CodeLines(string Lines) : Block;

/// <summary>Labels and values side by side, as in the head of a form.</summary>
public sealed record Fields(IReadOnlyList<Field> All, int Columns = 2) : Block;

/// <summary>An empty value is a line to fill in.</summary>
public sealed record Field(Text Label, Text Value);

/// <summary>A line across the page.</summary>
public sealed record Rule : Block;

public sealed record PageBreak : Block;
