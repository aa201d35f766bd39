using Twiga.Domain.Teachers;

namespace Twiga.Domain.Conversations;

/// <summary>One exchange: the messages of a teacher that were answered together, and what she got.</summary>
public sealed class Turn
{
    private readonly List<Citation> _citations = [];

    public TurnId Id { get; private set; }

    public required TeacherId TeacherId { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>What she wrote, her messages one below the other.</summary>
    public required string Question { get; init; }

    /// <summary>What she read, before it was split into messages. Notices are not kept here: the model never sees them.</summary>
    public string? Reply { get; private set; }

    /// <summary>What the model should know in later turns though she was not told, such as answers kept back.</summary>
    public string? Kept { get; set; }

    /// <summary>The version of the prompt and the model that answered; null where the program answered alone.</summary>
    public string? PromptVersion { get; private set; }

    public string? Model { get; private set; }

    public int InputTokens { get; private set; }

    public int OutputTokens { get; private set; }

    public IReadOnlyCollection<Citation> Citations => _citations;

    public void Answered(string reply, AnsweredBy by, IEnumerable<Citation> citations, DateTimeOffset now)
    {
        Reply = reply;
        (PromptVersion, Model, InputTokens, OutputTokens) =
            (by.PromptVersion, by.Model, by.InputTokens, by.OutputTokens);
        _citations.AddRange(citations);
        FinishedAt = now;
    }

    public void AnsweredByProgram(DateTimeOffset now) => FinishedAt = now;
}

/// <summary>Who wrote an answer and what it cost, in tokens.</summary>
public sealed record AnsweredBy(string PromptVersion, string Model, int InputTokens, int OutputTokens);
