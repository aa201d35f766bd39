namespace Twiga.Infrastructure.Persistence;

/// <summary>What a teacher used on a calendar day; the row of teacher 0 is the whole service's.</summary>
internal sealed class UsageDay
{
    public const long WholeService = 0;

    public required long TeacherId { get; init; }

    public required DateOnly Day { get; init; }

    public int Messages { get; init; }

    public long Tokens { get; init; }
}
