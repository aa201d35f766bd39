using System.Collections.Concurrent;
using Twiga.Application.Messaging;
using Twiga.Domain.Messaging;

namespace Twiga.Infrastructure.Tests.Schedules;

internal sealed record KeptCall(string Phone, string Template, string Language, DateTimeOffset At);

/// <summary>Stands where WhatsApp would and keeps what it was sent, by the test's clock.</summary>
internal sealed class KeptCalls(TimeProvider clock) : IWhatsApp
{
    private readonly ConcurrentQueue<KeptCall> _calls = [];
    private int _refused;

    /// <summary>Nobody answers at WhatsApp's address.</summary>
    public bool IsAway { get; set; }

    /// <summary>The code of its template that WhatsApp refuses, with what code.</summary>
    public (string Language, int Code)? Refuses { get; set; }

    public int Refused => _refused;

    public IReadOnlyList<KeptCall> All => [.. _calls];

    public IEnumerable<KeptCall> To(string phone) => _calls.Where(c => c.Phone == phone);

    public Task<SendOutcome> SendAsync(OutgoingMessage message, Addressee addressee, CancellationToken cancellationToken)
    {
        if (IsAway)
            return Task.FromResult<SendOutcome>(new SendOutcome.NotReached());

        var template = (TemplateContent)message.Content;
        if (Refuses is { } refusal && refusal.Language == template.LanguageCode)
        {
            Interlocked.Increment(ref _refused);
            return Task.FromResult<SendOutcome>(new SendOutcome.Refused(refusal.Code, "paused"));
        }

        _calls.Enqueue(new KeptCall(addressee.Phone!, template.Name, template.LanguageCode, clock.GetUtcNow()));
        return Task.FromResult<SendOutcome>(new SendOutcome.Accepted($"wamid.{message.Id}"));
    }

    public Task ShowTypingAsync(string wamid, CancellationToken cancellationToken) => Task.CompletedTask;
}
