using System.Data;
using Npgsql;

namespace Twiga.Infrastructure.Persistence;

/// <summary>The short way: one round trip stores and commits every post whose senders are all known.</summary>
internal sealed class PlainStore(NpgsqlDataSource source) : IAsyncDisposable
{
    // A plan for any number of rows, made once: making one each time costs more than the work itself. It may be made
    // while the tables are empty, and must not read them from end to end when they no longer are.
    private const string OnePlan = "set plan_cache_mode = force_generic_plan; set enable_seqscan = off";

    private const int TimeoutSeconds = 15;

    private NpgsqlConnection? _connection;

    /// <returns>The posts that were left alone, and whether jobs were put into the table.</returns>
    public async Task<(IReadOnlyCollection<Post> LeftAlone, bool Queued)> StoreAsync(
        IReadOnlyList<Post> posts, DateTimeOffset now)
    {
        var connectionIsOld = _connection is not null;
        try
        {
            return await TryAsync(posts, now);
        }
        catch (NpgsqlException fault) when (
            connectionIsOld && Refusals.IsAway(fault) && fault.InnerException is not TimeoutException)
        {
            // it may have died since it was used last; a new one tells whether the database is there
            return await TryAsync(posts, now);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is not { } connection)
            return;

        _connection = null;
        await using (connection)
        {
            if (connection.State != ConnectionState.Open)
                return;

            try
            {
                await using var command = new NpgsqlCommand("reset all", connection);
                await command.ExecuteNonQueryAsync();
            }
            catch (NpgsqlException)
            {
                // a broken connection is not used again
            }
        }
    }

    private async Task<(IReadOnlyCollection<Post> LeftAlone, bool Queued)> TryAsync(
        IReadOnlyList<Post> posts, DateTimeOffset now)
    {
        try
        {
            _connection ??= await ConnectAsync();
            await using var batch = new NpgsqlBatch(_connection) { Timeout = TimeoutSeconds };
            var queued = batch.AddOthers(posts.Select(p => p.Webhook), now);
            var rows = posts.SelectMany((p, i) => p.Webhook.Messages.Select(m => new MessageRow(i, m, p.At, p.Trace)))
                .ToList();
            if (rows.Count > 0)
                batch.BatchCommands.Add(MessageInsert.Command(rows, sendersAreClear: false));

            await batch.PrepareAsync();
            var leftAlone = new HashSet<Post>();
            await using var reader = await batch.ExecuteReaderAsync();
            do
            {
                while (await reader.ReadAsync())
                {
                    var post = reader.GetInt32(0);
                    queued |= post == MessageInsert.Queued;
                    if (post != MessageInsert.Queued)
                        leftAlone.Add(posts[post]);
                }
            }
            while (await reader.NextResultAsync());
            return (leftAlone, queued);
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    private async Task<NpgsqlConnection> ConnectAsync()
    {
        var connection = await source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(OnePlan, connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }
}
