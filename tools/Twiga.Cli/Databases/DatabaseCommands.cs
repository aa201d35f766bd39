using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Twiga.Cli.Host;
using Twiga.Infrastructure;
using Twiga.Infrastructure.Persistence;
using Twiga.Infrastructure.Persistence.Seeding;

namespace Twiga.Cli.Databases;

internal static class DatabaseCommands
{
    public static Command All() => new("database", "The schema of the database.")
    {
        Verb.Create("migrate", "Brings the schema up to this program's version.", [], MigrateAsync),
        Verb.Create("status", "Says whether the database answers and its schema is current.", [], StatusAsync),
    };

    private static async Task<int> MigrateAsync(Call call, CancellationToken cancellationToken)
    {
        await call.Workplace.Services.GetRequiredService<TwigaDatabase>().MigrateAsync(cancellationToken);
        await call.Workplace.Services.SeedCurriculumAsync(cancellationToken);
        return call.Done(new { status = "current" }, "The schema is current.");
    }

    private static async Task<int> StatusAsync(Call call, CancellationToken cancellationToken)
    {
        var faults = await call.Workplace.Services.GetRequiredService<Readiness>().FaultsAsync(cancellationToken);
        call.Done(
            new { status = faults.Count == 0 ? "current" : "not ready", faults },
            faults.Count == 0 ? "The database answers and its schema is current." : string.Join('\n', faults));
        return faults.Count == 0 ? 0 : 1;
    }
}
