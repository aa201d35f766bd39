using Npgsql;
using NpgsqlTypes;

namespace Twiga.Infrastructure.Persistence;

/// <summary>Rows as the arrays that unnest takes: one positional parameter a column.</summary>
internal static class Columns
{
    public static NpgsqlBatchCommand Texts<TRow>(
        this NpgsqlBatchCommand command, IReadOnlyList<TRow> rows, Func<TRow, string?> column) =>
        command.Add(rows, column, NpgsqlDbType.Text);

    public static NpgsqlBatchCommand Numbers<TRow>(
        this NpgsqlBatchCommand command, IReadOnlyList<TRow> rows, Func<TRow, int?> column) =>
        command.Add(rows, column, NpgsqlDbType.Integer);

    public static NpgsqlBatchCommand Ids<TRow>(
        this NpgsqlBatchCommand command, IReadOnlyList<TRow> rows, Func<TRow, long?> column) =>
        command.Add(rows, column, NpgsqlDbType.Bigint);

    public static NpgsqlBatchCommand Times<TRow>(
        this NpgsqlBatchCommand command, IReadOnlyList<TRow> rows, Func<TRow, DateTimeOffset> column) =>
        command.Add(rows, r => column(r).UtcDateTime, NpgsqlDbType.TimestampTz);

    public static NpgsqlBatchCommand One<TValue>(this NpgsqlBatchCommand command, TValue value)
    {
        command.Parameters.Add(new NpgsqlParameter<TValue> { TypedValue = value });
        return command;
    }

    private static NpgsqlBatchCommand Add<TRow, TValue>(
        this NpgsqlBatchCommand command, IReadOnlyList<TRow> rows, Func<TRow, TValue> column, NpgsqlDbType type)
    {
        var values = new TValue[rows.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = column(rows[i]);
        command.Parameters.Add(
            new NpgsqlParameter<TValue[]> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type });
        return command;
    }
}
