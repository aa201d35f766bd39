using System.Threading.Channels;

namespace Twiga.Infrastructure.Queue;

/// <summary>Says that jobs may be waiting: to the worker of this process at once, to the others by NOTIFY.</summary>
internal sealed class JobSignal
{
    public const string NotifyChannel = "twiga_jobs";

    private readonly Channel<byte> _here = OneSlot();
    private readonly Channel<byte> _elsewhere = OneSlot();

    /// <summary>New jobs were committed. Many calls before anybody looks are one.</summary>
    public void Committed()
    {
        _here.Writer.TryWrite(0);
        _elsewhere.Writer.TryWrite(0);
    }

    /// <summary>A lane became free or another process called: look again in this process.</summary>
    public void Look() => _here.Writer.TryWrite(0);

    public ValueTask<byte> HeardAsync(CancellationToken cancellationToken) => _here.Reader.ReadAsync(cancellationToken);

    public ValueTask<byte> ToTellOthersAsync(CancellationToken cancellationToken) =>
        _elsewhere.Reader.ReadAsync(cancellationToken);

    private static Channel<byte> OneSlot() =>
        Channel.CreateBounded<byte>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
}
