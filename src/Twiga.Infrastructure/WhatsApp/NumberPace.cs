using Microsoft.Extensions.Options;
using Twiga.Domain.Messaging;
using Twiga.Infrastructure.Queue;

namespace Twiga.Infrastructure.WhatsApp;

/// <summary>The pace of the whole number, shared equally among the processes that are alive.</summary>
internal sealed class NumberPace(IOptions<WhatsAppOptions> options, WorkerPresence presence)
{
    private readonly Lock _lock = new();
    private DateTimeOffset? _paidUntil;

    /// <summary>Takes a place and returns now, or returns when there will be one.</summary>
    public DateTimeOffset TakeOrTell(DateTimeOffset now)
    {
        var perSecond = Math.Max(1, options.Value.MessagesPerSecond / presence.ProcessesAlive);
        var pace = new Pace(TimeSpan.FromSeconds(1.0 / perSecond), perSecond);
        lock (_lock)
        {
            var next = pace.Next(_paidUntil);
            if (next > now)
                return next;

            _paidUntil = pace.Pay(_paidUntil, now);
            return now;
        }
    }
}
