namespace Twiga.Infrastructure.Persistence.Embedded;

/// <summary>File locks beside the data folder; the system takes them back when a process dies.</summary>
internal static class ClusterLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>One process at a time makes, starts or stops the cluster.</summary>
    public static async Task<IDisposable> TakeAsync(
        string folder, EmbeddedPostgresOptions options, CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            if (TryOpen($"{folder}.lock", FileShare.None) is { } taken)
            {
                return taken;
            }

            if (TimeProvider.System.GetElapsedTime(began) > options.Patience)
            {
                throw new EmbeddedPostgresException(
                    $"Another process has been starting or stopping the database in '{folder}' for too long.");
            }

            await Task.Delay(Pause, TimeProvider.System, cancellationToken);
        }
    }

    /// <summary>Every process that uses the cluster holds one of these.</summary>
    public static IDisposable Share(string folder) =>
        TryOpen(Users(folder), FileShare.Read)
        ?? throw new EmbeddedPostgresException($"The file '{Users(folder)}' is locked by another program.");

    public static bool IsUsed(string folder)
    {
        using var alone = TryOpen(Users(folder), FileShare.None);
        return alone is null;
    }

    private static string Users(string folder) => $"{folder}.users";

    private static FileStream? TryOpen(string file, FileShare share)
    {
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.Read, share);
        }
        catch (IOException) when (File.Exists(file))
        {
            return null;
        }
        catch (UnauthorizedAccessException refused)
        {
            throw new EmbeddedPostgresException(
                $"The folder '{Path.GetDirectoryName(file)}' cannot be written by this user.", refused);
        }
    }
}
