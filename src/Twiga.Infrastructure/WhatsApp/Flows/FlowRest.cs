namespace Twiga.Infrastructure.WhatsApp;

/// <summary>
/// Until when this process sends no Flow messages because WhatsApp refused one. Every process finds it out by itself: the
/// refused message is replaced by a question in the talk either way.
/// </summary>
internal sealed class FlowRest
{
    // a throttled Flow may be sent ten times an hour
    private static readonly TimeSpan Length = TimeSpan.FromHours(1);

    private long _until;

    public void Begin(DateTimeOffset now) => Interlocked.Exchange(ref _until, (now + Length).UtcTicks);

    public bool IsOver(DateTimeOffset now) => now.UtcTicks >= Interlocked.Read(ref _until);
}
