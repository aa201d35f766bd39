using Npgsql;

namespace Twiga.Api.Tests.World;

/// <summary>How many rows each table has and a hash over all of them, and where each sequence stands.</summary>
internal static class EveryRow
{
    private const string Tables =
        """
        select c.relname::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind = 'r' order by 1
        """;

    private const string Sequences = "select sequencename::text || ' ' || coalesce(last_value, 0) from pg_sequences order by 1";

    public static async Task<IReadOnlyList<string>> OfAsync(NpgsqlDataSource database)
    {
        var found = await ReadAsync(database, Sequences);
        foreach (var table in await ReadAsync(database, Tables))
        {
            found.AddRange(await ReadAsync(
                database,
                $"""
                select '{table} ' || count(*) || ' ' || md5(coalesce(string_agg(md5(t::text), '' order by md5(t::text)), ''))
                from "{table}" t
                """));
        }

        return found;
    }

    private static async Task<List<string>> ReadAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(reader.GetString(0));
        return rows;
    }
}
