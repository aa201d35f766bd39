using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Twiga.Infrastructure.Persistence;

internal static class ContextOptions
{
    public static DbContextOptions<TwigaContext> For(NpgsqlDataSource source)
    {
        var builder = new DbContextOptionsBuilder<TwigaContext>();
        Configure(builder, source);
        return builder.Options;
    }

    public static void Configure(DbContextOptionsBuilder builder, NpgsqlDataSource source) => builder
        .UseNpgsql(source, npgsql => npgsql
            .UseVector()
            .UseQuerySplittingBehavior(QuerySplittingBehavior.SingleQuery))
        .UseSnakeCaseNamingConvention()
        .EnableThreadSafetyChecks(false);
}
