using Npgsql;

namespace Twiga.Api.Tests.World;

/// <summary>Looks for a phrase in every column of every table, as text, as JSON and as bytes.</summary>
internal static class EveryTable
{
    public static async Task<IReadOnlyList<string>> WithAsync(NpgsqlDataSource database, string phrase)
    {
        var found = new List<string>();
        foreach (var (table, column, type) in await ColumnsAsync(database))
        {
            var where = type == "bytea"
                ? $"position(convert_to($1, 'UTF8') in \"{column}\") > 0"
                : $"position(lower($1) in lower(\"{column}\"::text)) > 0";
            await using var command = database.CreateCommand($"select count(*) from \"{table}\" where {where}");
            command.Parameters.Add(new() { Value = phrase });
            if ((long)(await command.ExecuteScalarAsync())! > 0)
                found.Add($"{table}.{column}");
        }

        return found;
    }

    /// <summary>Columns that say whose a row is, by table.</summary>
    public static async Task<IReadOnlyList<string>> OfTeachersAsync(NpgsqlDataSource database) =>
        [.. (await ColumnsAsync(database)).Where(c => c.Column == "teacher_id").Select(c => c.Table)];

    private static async Task<List<(string Table, string Column, string Type)>> ColumnsAsync(NpgsqlDataSource database)
    {
        await using var command = database.CreateCommand(
            """
            select c.table_name::text, c.column_name::text, c.data_type::text
            from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
            where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
            """);
        var columns = new List<(string, string, string)>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            columns.Add((reader.GetString(0), reader.GetString(1), reader.GetString(2)));
        return columns;
    }
}
