namespace Twiga.Infrastructure.Persistence;

/// <summary>A Flow token that has done its work; it is refused until it has lapsed by itself.</summary>
internal sealed class UsedFlowToken
{
    public required long Nonce { get; init; }

    public required DateTimeOffset UsedAt { get; init; }
}
