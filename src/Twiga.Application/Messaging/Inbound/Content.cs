using Twiga.Domain.Messaging;

namespace Twiga.Application.Messaging;

/// <summary>What a message holds, by its kind.</summary>
internal sealed record Content(InboundKind Kind, string? Text = null)
{
    public string? Detail { get; init; }

    public string? About { get; init; }

    public Medium? Medium { get; init; }
}

internal sealed record Medium(string? Id, string? MimeType, string? FileName);
