using Twiga.Domain.Messaging;

namespace Twiga.Application.Messaging;

/// <summary>
/// Makes words of what teachers send: voice notes, pictures, documents, as far as a reader is configured
/// (Transcription__…, Vision__…; documents by the readers of books).
/// </summary>
public interface IMediaReaders
{
    /// <summary>Whether there is a reader for it, by its kind and type.</summary>
    bool CanRead(InboundMessage message);

    /// <summary>What it says or shows; empty where nothing can be made of it. A fault of the reader is thrown.</summary>
    Task<string> ReadAsync(KeptFile file, InboundKind kind, CancellationToken cancellationToken);
}
