using Twiga.Application.Messaging;
using Twiga.Domain.Messaging;
using Twiga.Infrastructure.Reading;

namespace Twiga.Infrastructure.LanguageModels;

internal sealed class MediaReaders(Transcriber transcriber, Viewer viewer, DocumentText documents) : IMediaReaders
{
    public bool CanRead(InboundMessage message) => message.Kind switch
    {
        InboundKind.Voice or InboundKind.Audio => transcriber.IsSet && Is(message, MediumKind.Audio),
        InboundKind.Image => viewer.IsSet && Is(message, MediumKind.Image),
        InboundKind.Document => documents.CanRead(message.MimeType),
        _ => false,
    };

    public Task<string> ReadAsync(KeptFile file, InboundKind kind, CancellationToken cancellationToken) => kind switch
    {
        InboundKind.Voice or InboundKind.Audio => transcriber.ReadAsync(file, cancellationToken),
        InboundKind.Image => viewer.ReadAsync(file, cancellationToken),
        InboundKind.Document => documents.ReadAsync(file, cancellationToken),
        _ => Task.FromResult(""),
    };

    private static bool Is(InboundMessage message, MediumKind kind) =>
        message.MimeType is { } type && MediumKinds.Of(type) == kind;
}
