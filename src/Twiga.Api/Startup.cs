using Microsoft.Extensions.Options;
using Npgsql;
using Twiga.Infrastructure.Persistence;
using Twiga.Infrastructure.Persistence.Embedded;
using Twiga.Infrastructure.Persistence.Seeding;

namespace Twiga.Api;

/// <summary>What happens before the first request: settings are checked, the database is opened and filled.</summary>
internal static class Startup
{
    public static async Task PrepareAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        services.GetRequiredService<IStartupValidator>().Validate();
        await services.GetRequiredService<TwigaDatabase>().OpenAsync(cancellationToken);
        await services.SeedAsync(null, cancellationToken);
    }

    /// <summary>A line for each fault that an operator can mend; null for what only a developer can.</summary>
    public static IReadOnlyList<string>? Explains(Exception exception) => exception switch
    {
        OptionsValidationException settings => [.. settings.Failures],
        AggregateException many when many.InnerExceptions.All(e => e is OptionsValidationException) =>
            [.. many.InnerExceptions.Cast<OptionsValidationException>().SelectMany(e => e.Failures)],
        InvalidOperationException { InnerException: FormatException or ArgumentException } malformed =>
            [malformed.Message],
        NpgsqlException database => [$"ConnectionStrings__Twiga: the database could not be opened ({database.Message})."],
        EmbeddedPostgresException cluster => [cluster.Message],
        _ => null,
    };
}
