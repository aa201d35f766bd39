using Twiga.Domain.Teachers;

namespace Twiga.Domain.Messaging;

/// <summary>A file of a teacher, made for her or sent by her, with its bytes; a message refers to it by its id.</summary>
public sealed class KeptFile
{
    public const int LongestName = 240;

    public KeptFileId Id { get; private set; }

    public required TeacherId TeacherId { get; init; }

    /// <summary>The name a person reads, with its extension.</summary>
    public required string Name { get; init; }

    public required string MimeType { get; init; }

    public required byte[] Content { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The picture as a message. Throws where WhatsApp would not take it.</summary>
    public ImageContent AsImage(string? caption = null) =>
        Checked(new ImageContent(FitFor(MediumKind.Image), caption));

    /// <summary>The document as a message. Throws where WhatsApp would not take it.</summary>
    public DocumentContent AsDocument(string? caption = null) =>
        Checked(new DocumentContent(FitFor(MediumKind.Document), Name, MimeType, caption));

    /// <summary>Refuses a type or size that WhatsApp does not take as this kind.</summary>
    public KeptFileId FitFor(MediumKind kind)
    {
        if (MediumKinds.Of(MimeType) != kind)
            throw new DomainException($"WhatsApp takes no {MimeType} as {kind}.");
        if (Content.Length == 0)
            throw new DomainException($"The file {Id} is empty.");
        if (Content.LongLength > kind.MostBytes())
            throw new DomainException($"A file of {Content.Length} bytes is too big; WhatsApp takes {kind.MostBytes()}.");

        return Id;
    }

    private static TContent Checked<TContent>(TContent content)
        where TContent : OutgoingContent
    {
        content.Check();
        return content;
    }
}
