using Microsoft.EntityFrameworkCore.Design;
using Npgsql;

namespace Twiga.Infrastructure.Persistence;

/// <summary>Lets <c>dotnet ef migrations add</c> build the context without a running Api.</summary>
internal sealed class DesignTimeContext : IDesignTimeDbContextFactory<TwigaContext>
{
    public TwigaContext CreateDbContext(string[] args) =>
        new(ContextOptions.For(new NpgsqlDataSourceBuilder("Host=localhost").Build()));
}
