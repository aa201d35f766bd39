namespace Twiga.Application.Common;

/// <summary>Tanzania's clock: three hours ahead of UTC the whole year.</summary>
public static class DarEsSalaam
{
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(3);

    public static DateTimeOffset At(DateTimeOffset moment) => moment.ToOffset(Ahead);
}
