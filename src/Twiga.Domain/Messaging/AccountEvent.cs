namespace Twiga.Domain.Messaging;

/// <summary>A webhook about the account, a template or the number, for operators.</summary>
public sealed class AccountEvent
{
    public long Id { get; private set; }

    /// <summary>Meta's field name, such as account_update.</summary>
    public required string Field { get; init; }

    public required string Payload { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }
}
