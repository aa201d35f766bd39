using System.Diagnostics;
using System.Diagnostics.Metrics;
using Twiga.Application.Common;
using Twiga.Application.Messaging;
using Twiga.Domain.Messaging;

namespace Twiga.Infrastructure.WhatsApp;

/// <summary>One call that sends a message, as a span of the turn that wrote it and as a count.</summary>
internal readonly struct SendSpan : IDisposable
{
    // what an alert waits for is there from the start, or its first time would not be seen as a change
    private static readonly int[] Watched = [190, 368, 131031, 131042, 131048];

    private static readonly Counter<long> Sends = NewCounter();

    private readonly Activity? _span;

    private SendSpan(Activity? span) => _span = span;

    /// <summary>A job that sends may be another turn's: both had waited for one place in the table.</summary>
    public static SendSpan Begin(OutgoingMessage message)
    {
        var job = Activity.Current;
        var span = message.TraceParent is { } turn && job is not null && !turn.Contains(job.TraceId.ToHexString(), StringComparison.Ordinal)
            ? Tracing.Source.StartActivity("send", ActivityKind.Client, turn)
            : Tracing.Source.StartActivity("send", ActivityKind.Client);
        span?.SetTag("message.id", message.Id.Value).SetTag("message.kind", message.Content.GetType().Name);
        Tracing.Link(job?.Id);
        return new SendSpan(span);
    }

    public SendOutcome Ended(SendOutcome outcome)
    {
        var code = outcome is SendOutcome.Refused refused ? refused.Code : 0;
        Sends.Add(1, new("outcome", outcome.GetType().Name), new("code", code));
        _span?.SetTag("send.outcome", outcome.GetType().Name).SetTag("send.code", code);
        if (outcome is not SendOutcome.Accepted)
            _span?.SetStatus(ActivityStatusCode.Error, outcome.GetType().Name);
        return outcome;
    }

    public void Dispose() => _span?.Dispose();

    private static Counter<long> NewCounter()
    {
        var sends = Tracing.Counter("twiga.sends");
        foreach (var code in Watched)
            sends.Add(0, new("outcome", nameof(SendOutcome.Refused)), new("code", code));
        return sends;
    }
}
