namespace Twiga.Application.Messaging;

/// <summary>The media that wait at WhatsApp, by the id a message carries; an id lapses after seven days.</summary>
public interface IMedia
{
    /// <summary>Fetches it, if it has at most so many bytes; a fault of the network is thrown.</summary>
    Task<FetchedMedium> FetchAsync(string mediaId, long mostBytes, CancellationToken cancellationToken);
}

public abstract record FetchedMedium
{
    private FetchedMedium()
    {
    }

    public sealed record Fetched(byte[] Content, string? MimeType) : FetchedMedium;

    /// <summary>WhatsApp does not have it, or no longer.</summary>
    public sealed record Gone : FetchedMedium;

    public sealed record TooBig : FetchedMedium;
}
