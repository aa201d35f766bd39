using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Twiga.Infrastructure.Persistence;
using Twiga.Infrastructure.Queue;

namespace Twiga.Infrastructure;

/// <summary>Says whether this process can do its work, and what keeps it from that.</summary>
public sealed class Readiness(IServiceProvider services, TimeProvider clock)
{
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    private bool _schemaIsCurrent;

    /// <summary>One sentence for each thing that is not in order.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync(CancellationToken cancellationToken)
    {
        var faults = new List<string>();
        try
        {
            await using var scope = services.CreateAsyncScope();
            var context = scope.ServiceProvider.GetRequiredService<TwigaContext>();
            if (!_schemaIsCurrent)
                _schemaIsCurrent = !(await context.Database.GetPendingMigrationsAsync(cancellationToken)).Any();
            if (!_schemaIsCurrent)
                faults.Add("The database's schema is older than this program: run ./twiga cli database migrate.");
            await context.Database.ExecuteSqlRawAsync("select 1", cancellationToken);
        }
        catch (Exception exception) when (exception is NpgsqlException or InvalidOperationException)
        {
            faults.Add("The database does not answer.");
        }

        if (services.GetService<JobWorker>() is { } worker && !(clock.GetUtcNow() - worker.LastLook < Silence))
            faults.Add("The workers do not look at the job table.");

        return faults;
    }
}
