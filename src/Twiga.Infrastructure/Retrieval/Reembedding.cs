using System.Data;
using Npgsql;
using Twiga.Application.Curriculum;
using Twiga.Domain.Curriculum;

namespace Twiga.Infrastructure.Retrieval;

/// <summary>
/// Makes new vectors beside those that are searched and puts them in their place when all are there. What was made
/// stays when the process ends, for a run that resumes.
/// </summary>
internal sealed class Reembedding(NpgsqlDataSource source, Vectors vectors) : IReembedBooks
{
    private const string Gate = "select pg_try_advisory_lock(hashtextextended('twiga:reembed', 0))";

    private const string Open = "select pg_advisory_unlock(hashtextextended('twiga:reembed', 0))";

    private const string Forget =
        "delete from embedders e using embedders c where c.id = $1 and e.model = c.model and e.dimensions = c.dimensions and not e.is_current";

    private const string Begun =
        """
        select e.id from embedders e join embedders c on c.id = $1
        where e.model = c.model and e.dimensions = c.dimensions and not e.is_current
        """;

    private const string Begin =
        "insert into embedders (model, dimensions, is_current) select model, dimensions, false from embedders where id = $1 returning id";

    // nobody adds a passage between the count and the switch
    private const string Hold = "lock table passages in share mode";

    private const string Lacking =
        """
        select count(*) from passages p where not exists (
            select from passage_vectors v
            where v.embedder_id = $1 and v.resource_id = p.resource_id and v.passage_id = p.id)
        """;

    private const string Switch =
        """
        delete from embedders e using embedders n
        where n.id = $1 and e.id <> n.id and e.model = n.model and e.dimensions = n.dimensions;
        update embedders set is_current = true where id = $1
        """;

    private const string SwitchBook =
        """
        delete from passage_vectors where embedder_id = $1 and resource_id = $3;
        update passage_vectors set embedder_id = $1 where embedder_id = $2 and resource_id = $3
        """;

    public async Task<ReembedOutcome> RunAsync(
        ResourceId? book, bool resume, IProgress<IngestStep>? progress, CancellationToken cancellationToken)
    {
        if (!vectors.AreOn)
            return new ReembedOutcome.Refused("No embedder is configured; set Embeddings__Url and Embeddings__Model.");

        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        if (await ScalarAsync(connection, Gate, cancellationToken) is not true)
            return new ReembedOutcome.Refused("Another reembed is running.");

        try
        {
            return await RunAsync(connection, book, resume, progress, cancellationToken);
        }
        finally
        {
            if (connection.State == ConnectionState.Open)
                await RunAsync(connection, Open, CancellationToken.None);
        }
    }

    private async Task<ReembedOutcome> RunAsync(
        NpgsqlConnection connection, ResourceId? book, bool resume, IProgress<IngestStep>? progress,
        CancellationToken cancellationToken)
    {
        var books = await BooksAsync(connection, book, cancellationToken);
        if (book is not null && books.Count == 0)
            return new ReembedOutcome.Refused($"There is no book {book}; 'resources list' shows them all.");

        await vectors.CheckAsync(cancellationToken);
        var current = await vectors.EmbedderAsync(connection, cancellationToken);
        if (!resume)
        {
            await RunAsync(connection, Forget, cancellationToken, current);
            current = await vectors.EmbedderAsync(connection, cancellationToken);
        }

        var begun = (int?)await ScalarAsync(connection, Begun, cancellationToken, current);
        var fresh = begun ?? (resume ? current : (int)(await ScalarAsync(connection, Begin, cancellationToken, current))!);
        if (book is null || fresh == current)
            return await ReplaceAllAsync(connection, fresh, books, progress, cancellationToken);
        return await ReplaceAsync(connection, book.Value, current, fresh, progress, cancellationToken);
    }

    private async Task<ReembedOutcome> ReplaceAsync(
        NpgsqlConnection connection, ResourceId book, int current, int fresh, IProgress<IngestStep>? progress,
        CancellationToken cancellationToken)
    {
        var made = await vectors.FillAsync(connection, fresh, book, progress, cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        foreach (var text in SwitchBook.Split(';'))
            await RunAsync(connection, text, cancellationToken, current, fresh, book.Value);
        await transaction.CommitAsync(cancellationToken);
        return new ReembedOutcome.Done(vectors.Model!, 1, made);
    }

    private async Task<ReembedOutcome> ReplaceAllAsync(
        NpgsqlConnection connection, int fresh, IReadOnlyList<ResourceId> books, IProgress<IngestStep>? progress,
        CancellationToken cancellationToken)
    {
        for (var made = 0; ;)
        {
            foreach (var book in books)
                made += await vectors.FillAsync(connection, fresh, book, progress, cancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await RunAsync(connection, Hold, cancellationToken);
            if (await ScalarAsync(connection, Lacking, cancellationToken, fresh) is 0L)
            {
                foreach (var text in Switch.Split(';'))
                    await RunAsync(connection, text, cancellationToken, fresh);
                await transaction.CommitAsync(cancellationToken);
                return new ReembedOutcome.Done(vectors.Model!, books.Count, made);
            }

            await transaction.RollbackAsync(cancellationToken);
            books = await BooksAsync(connection, null, cancellationToken);
        }
    }

    private static async Task<IReadOnlyList<ResourceId>> BooksAsync(
        NpgsqlConnection connection, ResourceId? book, CancellationToken cancellationToken)
    {
        await using var command = connection.With(
            "select id from resources where $1 = 0 or id = $1 order by id", book?.Value ?? 0);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var books = new List<ResourceId>();
        while (await reader.ReadAsync(cancellationToken))
            books.Add(new ResourceId(reader.GetInt64(0)));
        return books;
    }

    private static async Task RunAsync(
        NpgsqlConnection connection, string text, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = connection.With(text, values);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<object?> ScalarAsync(
        NpgsqlConnection connection, string text, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = connection.With(text, values);
        command.CommandTimeout = 0;
        return await command.ExecuteScalarAsync(cancellationToken);
    }
}
