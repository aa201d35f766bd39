using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Domain.Conversations;

public enum Verdict
{
    Other,
    Good,
    Bad,
}

/// <summary>A teacher's reaction to an answer, with the prompt and the model that wrote it.</summary>
public sealed class Feedback
{
    private static readonly string[] Praise = ["👍", "❤", "🙏", "👏", "💯", "😊", "😍", "🎉", "🔥", "✅", "👌", "💪"];
    private static readonly string[] Blame = ["👎", "😡", "😠", "😢", "😞", "😕", "❌", "🤦"];

    public long Id { get; private set; }

    public TeacherId TeacherId { get; private set; }

    /// <summary>The message she reacted to; one reaction stands on each.</summary>
    public OutgoingMessageId OutgoingMessageId { get; private set; }

    public TurnId TurnId { get; private set; }

    public string Emoji { get; private set; } = "";

    public Verdict Verdict { get; private set; }

    public string? PromptVersion { get; private set; }

    public string? Model { get; private set; }

    public DateTimeOffset At { get; private set; }

    private Feedback()
    {
    }

    public static Feedback On(OutgoingMessage answer, Turn turn, string emoji, DateTimeOffset at)
    {
        var feedback = new Feedback
        {
            TeacherId = turn.TeacherId,
            OutgoingMessageId = answer.Id,
            TurnId = turn.Id,
            PromptVersion = turn.PromptVersion,
            Model = turn.Model,
        };
        feedback.ChangeTo(emoji, at);
        return feedback;
    }

    public void ChangeTo(string emoji, DateTimeOffset at) => (Emoji, Verdict, At) = (emoji, Of(emoji), at);

    // the colour of a hand or the form of a heart follows the sign itself
    private static Verdict Of(string emoji) =>
        Praise.Any(p => emoji.StartsWith(p, StringComparison.Ordinal)) ? Verdict.Good
        : Blame.Any(b => emoji.StartsWith(b, StringComparison.Ordinal)) ? Verdict.Bad
        : Verdict.Other;
}
