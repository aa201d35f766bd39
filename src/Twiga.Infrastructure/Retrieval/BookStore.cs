using Npgsql;
using Twiga.Application.Curriculum;
using Twiga.Domain.Curriculum;

namespace Twiga.Infrastructure.Retrieval;

/// <summary>Writes a book and its index in one transaction; passages that stay the same keep their ids.</summary>
internal sealed class BookStore(NpgsqlDataSource source, TimeProvider clock)
{
    private const string Find =
        """
        select r.id, r.content_hash = $3 and r.title = $4 and r.authors = $5 and r.language = $6 and l.version = $7
        from resources r
        left join lexicons l on l.resource_id = r.id
        where r.file_name = $1
            and array(select school_class_id from resource_classes c where c.resource_id = r.id order by 1) = $2
        """;

    private const string Add =
        """
        insert into resources (title, authors, language, is_sample, file_name, content_hash, ingested_at)
        values ($1, $2, $3, $4, $5, $6, $7) returning id
        """;

    private const string Change =
        """
        update resources
        set title = $1, authors = $2, language = $3, is_sample = $4, file_name = $5, content_hash = $6, ingested_at = $7
        where id = $8 returning id
        """;

    private const string Classes =
        "insert into resource_classes (resource_id, school_class_id) select $1, unnest($2::bigint[]) on conflict do nothing";

    public async Task<StoredBook> PutAsync(Textbook book, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);

        // two processes that seed at once must not both find the book missing
        await Run(connection, "select pg_advisory_xact_lock(hashtextextended('twiga:' || $1, 0))", book.FileName)
            .ExecuteNonQueryAsync(cancellationToken);
        var classes = book.Classes.Select(c => c.Value).Order().ToArray();
        var (known, unchanged) = await FindAsync(connection, book, classes, cancellationToken);
        if (unchanged)
            return new StoredBook(new ResourceId(known!.Value), false, 0);

        var id = await WriteAsync(connection, book, known, cancellationToken);
        await Run(connection, Classes, id, classes).ExecuteNonQueryAsync(cancellationToken);
        var fresh = await PassageRows.ReplaceAsync(connection, id, book.Passages, cancellationToken);
        await WordIndex.BuildAsync(connection, id, book.Language, book.Passages, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new StoredBook(new ResourceId(id), true, fresh);
    }

    public async Task<string?> RemoveAsync(ResourceId book, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var command = Run(connection, "delete from resources where id = $1 returning title", book.Value);
        return (string?)await command.ExecuteScalarAsync(cancellationToken);
    }

    private static async Task<(long? Id, bool Unchanged)> FindAsync(
        NpgsqlConnection connection, Textbook book, long[] classes, CancellationToken cancellationToken)
    {
        await using var command = Run(
            connection, Find, book.FileName, classes, book.ContentHash, book.Title, book.Authors.ToArray(),
            book.Language.ToString(), WordIndex.Version);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? (reader.GetInt64(0), !await reader.IsDBNullAsync(1, cancellationToken) && reader.GetBoolean(1))
            : (null, false);
    }

    private async Task<long> WriteAsync(
        NpgsqlConnection connection, Textbook book, long? known, CancellationToken cancellationToken)
    {
        object[] values =
        [
            book.Title, book.Authors.ToArray(), book.Language.ToString(), book.IsSample, book.FileName, book.ContentHash,
            clock.GetUtcNow(),
        ];
        await using var command = known is { } id ? Run(connection, Change, [.. values, id]) : Run(connection, Add, values);
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static NpgsqlCommand Run(NpgsqlConnection connection, string text, params object[] values)
    {
        var command = new NpgsqlCommand(text, connection);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
