using Twiga.Domain.Teachers;

namespace Twiga.Application.Conversations;

/// <summary>What a teacher says in an evaluation, and what is expected of the answer; a line of the scenario file.</summary>
internal sealed record TalkScenario
{
    public required string Id { get; init; }

    /// <summary>What is tried: question, follow-up, vague, off-topic, injection, tool, refusal, language or format.</summary>
    public required string Kind { get; init; }

    public required string Say { get; init; }

    public Language Language { get; init; } = Language.English;

    /// <summary>Her classes by display name; they must be in the curriculum.</summary>
    public IReadOnlyList<string> Classes { get; init; } = [];

    public string Name { get; init; } = "Neema";

    /// <summary>What was said before, oldest first.</summary>
    public IReadOnlyList<Exchange> Before { get; init; } = [];

    /// <summary>True where only a real model can know what to do; the stand-in is not held to it.</summary>
    public bool NeedsWits { get; init; }

    /// <summary>Tools that must be called; an empty list: none may be; null: it does not matter.</summary>
    public IReadOnlyList<string>? Tools { get; init; }

    /// <summary>The class that a call must be about.</summary>
    public string? Class { get; init; }

    /// <summary>Whether the answer must have sources; null: it does not matter.</summary>
    public bool? Sources { get; init; }

    /// <summary>The language of the answer; hers where it is left out.</summary>
    public Language? AnswerIn { get; init; }

    /// <summary>Regular expressions, any case: one of each must be in what she gets.</summary>
    public IReadOnlyList<string> Has { get; init; } = [];

    /// <summary>Regular expressions, any case: none may be in what she gets.</summary>
    public IReadOnlyList<string> HasNot { get; init; } = [];

    /// <summary>The most characters of the answer.</summary>
    public int Longest { get; init; } = 4096;
}
