namespace Twiga.Infrastructure.Queue;

/// <summary>Says that jobs may be waiting: to the worker of this process at once, to the others by NOTIFY.</summary>
internal sealed class JobSignal
{
    public const string Channel = "twiga_jobs";

    private readonly SemaphoreSlim _here = new(0, 1);
    private readonly SemaphoreSlim _elsewhere = new(0, 1);

    /// <summary>New jobs were committed. Many calls before the worker looks are one.</summary>
    public void Committed()
    {
        Release(_here);
        Release(_elsewhere);
    }

    /// <summary>Something ended or was heard: look again in this process.</summary>
    public void Look() => Release(_here);

    public Task<bool> WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) =>
        _here.WaitAsync(atMost, cancellationToken);

    public Task WaitToTellOthersAsync(CancellationToken cancellationToken) => _elsewhere.WaitAsync(cancellationToken);

    private static void Release(SemaphoreSlim semaphore)
    {
        try
        {
            if (semaphore.CurrentCount == 0)
                semaphore.Release();
        }
        catch (SemaphoreFullException)
        {
            // another thread released it in between: the one pending signal is enough
        }
    }
}
