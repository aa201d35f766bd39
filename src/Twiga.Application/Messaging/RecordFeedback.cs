using System.Diagnostics.Metrics;
using MediatR;
using Twiga.Application.Common;
using Twiga.Domain.Conversations;
using Twiga.Domain.Messaging;

namespace Twiga.Application.Messaging;

/// <summary>Keeps reactions as feedback on the answers they are about; nobody gets a reply to a reaction.</summary>
public sealed record RecordFeedback : IQueued
{
    public string Lane => "feedback";

    public string Mailbox => Lane;
}

internal sealed class RecordFeedbackHandler(IReactions reactions, IJobs jobs) : AsyncRequestHandler<RecordFeedback>
{
    private const int AtOnce = 200;

    private static readonly Counter<long> Given = Tracing.Counter("twiga.feedback");

    protected override async Task Handle(RecordFeedback request, CancellationToken cancellationToken)
    {
        var next = await reactions.NextAsync(AtOnce, cancellationToken);
        foreach (var reaction in next)
        {
            if (await reactions.AnswerAsync(reaction, cancellationToken) is { } answer)
                Record(reaction, answer);
            reaction.Keep();
        }

        if (next.Count == AtOnce)
            jobs.Enqueue(request);
    }

    private void Record(InboundMessage reaction, ReactedAnswer answer)
    {
        var isTakenBack = string.IsNullOrEmpty(reaction.Detail);
        if (isTakenBack && answer.Feedback is { } old)
            reactions.Remove(old);
        else if (!isTakenBack && answer.Feedback is { } before)
            before.ChangeTo(reaction.Detail!, reaction.SentAt);
        else if (!isTakenBack)
            Add(Feedback.On(answer.Message, answer.Turn, reaction.Detail!, reaction.SentAt));
    }

    private void Add(Feedback feedback)
    {
        reactions.Add(feedback);
        Given.Add(1, new KeyValuePair<string, object?>("verdict", feedback.Verdict.ToString()));
    }
}
