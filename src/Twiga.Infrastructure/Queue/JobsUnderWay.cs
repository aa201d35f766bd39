using Twiga.Infrastructure.Persistence;

namespace Twiga.Infrastructure.Queue;

internal static class JobsUnderWay
{
    /// <summary>Jobs that have not ended, a state at a time, as the indexes are.</summary>
    public static IQueryable<Job> UnderWay(this TwigaContext context) =>
        context.Jobs.Where(j => j.State == JobState.Waiting).Concat(context.Jobs.Where(j => j.State == JobState.Running));
}
