namespace Twiga.Infrastructure.Persistence;

/// <summary>A template that WhatsApp refused last, and has not accepted since.</summary>
internal sealed class RefusedTemplate
{
    public required string Name { get; init; }

    public required string LanguageCode { get; init; }

    public required int Code { get; init; }

    public required DateTimeOffset RefusedAt { get; init; }
}
