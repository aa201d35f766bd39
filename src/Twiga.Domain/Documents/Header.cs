namespace Twiga.Domain.Documents;

/// <summary>What stands on top of the first page.</summary>
public abstract record Header
{
    private protected Header()
    {
    }
}

/// <summary>A title, and smaller lines below it.</summary>
public sealed record TitleHeader(Text Title, IReadOnlyList<Text> Lines) : Header;

/// <summary>
/// The head of an examination: centred lines (country, issuer, school, name of the examination), code and subject,
/// who sits it, time on the left and date on the right over a rule, then the numbered instructions and a rule.
/// </summary>
public sealed record ExamHeader : Header
{
    public required IReadOnlyList<Text> Lines { get; init; }

    /// <summary>The paper's code, left of the subject; null where it has none.</summary>
    public string? Code { get; init; }

    public required Text Subject { get; init; }

    public Text? Candidates { get; init; }

    public Text? Time { get; init; }

    public Text? Date { get; init; }

    public Text? InstructionsTitle { get; init; }

    /// <summary>Numbered 1., 2., 3. as they stand.</summary>
    public IReadOnlyList<Text> Instructions { get; init; } = [];
}

/// <summary>The head of a form: a title, then fields in columns (lesson plan, scheme of work).</summary>
public sealed record FormHeader(Text Title, IReadOnlyList<Field> Fields, int Columns = 2) : Header;
