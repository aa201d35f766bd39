using Npgsql;

namespace Twiga.Infrastructure.Persistence.Seeding;

/// <summary>What has been seeded and by what, so that a warm start does nothing twice.</summary>
internal static class Seeds
{
    public static async Task<string?> HashOfAsync(NpgsqlDataSource source, string name, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("select hash from seeds where name = $1");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = name });
        return (string?)await command.ExecuteScalarAsync(cancellationToken);
    }

    public static async Task RememberAsync(
        NpgsqlDataSource source, string name, string hash, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(
            """
            insert into seeds (name, hash, seeded_at) values ($1, $2, $3)
            on conflict (name) do update set hash = excluded.hash, seeded_at = excluded.seeded_at
            """);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = name });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = hash });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = now });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
