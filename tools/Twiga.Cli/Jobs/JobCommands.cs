using System.CommandLine;
using Twiga.Application.Common;
using Twiga.Cli.Host;

namespace Twiga.Cli.Jobs;

internal static class JobCommands
{
    private static readonly Option<bool> Dead = new("--dead") { Description = "Only those that were given up." };

    private static readonly Argument<long?> Id = new("id")
    {
        Description = "The job; without it all dead ones.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static Command All() => new("jobs", "The work that waits, and what was given up.")
    {
        Verb.Create("list", "Lists jobs that are not done.", [Dead], ListAsync),
        Verb.Create("replay", "Puts dead jobs back into the queue.", [Id], ReplayAsync),
    };

    private static async Task<int> ListAsync(Call call, CancellationToken cancellationToken)
    {
        var jobs = await call.Workplace.SendAsync(new ListJobs(call.Get(Dead)), cancellationToken);
        return call.Table(
            jobs,
            ("id", j => j.Id.ToString()),
            ("kind", j => j.Kind),
            ("lane", j => j.Lane),
            ("state", j => j.State),
            ("attempts", j => j.Attempts.ToString()),
            ("not before", j => j.RunAt.ToString("yyyy-MM-dd HH:mm:ss")),
            ("last fault", j => j.LastFault));
    }

    private static async Task<int> ReplayAsync(Call call, CancellationToken cancellationToken)
    {
        var id = call.Get(Id);
        var count = await call.Workplace.SendAsync(new ReplayJobs(id), cancellationToken);
        if (id is not null && count == 0)
        {
            await Console.Error.WriteLineAsync($"There is no dead job {id}; 'jobs list --dead' shows them all.");
            return 1;
        }

        return call.Done(new { replayed = count }, $"{count} put back.");
    }
}
