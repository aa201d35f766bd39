using Npgsql;
using Pgvector;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Teachers;
using Twiga.Infrastructure.Retrieval.Analysis;

namespace Twiga.Infrastructure.Retrieval;

/// <summary>What the one statement of a search brought back.</summary>
/// <param name="Books">How many books the class has.</param>
/// <param name="Asked">How many things were asked about.</param>
/// <param name="Total">The weight of all of them together.</param>
/// <param name="Hits">Best first.</param>
internal sealed record Ranked(long Books, long Asked, double Total, IReadOnlyList<Hit> Hits);

internal sealed record Hit(
    long Id, long ResourceId, string Title, int Ordinal, int? ChapterNumber, string? Chapter, string? Section,
    int? PageFrom, int? PageTo, PassageKind Kind, Language Language, string Text,
    double Strength, double? Nearness, double Score);

/// <summary>A question's vector and the model it was made by.</summary>
internal sealed record Meaning(string Model, int Dimensions, HalfVector Vector);

internal static class RankingStatement
{
    /// <summary>What a synonym counts beside the word itself; tuned on the golden questions and the evaluation set.</summary>
    private const float Related = 0.6f;

    private static readonly string ByWords = Load();
    private static readonly string ByBoth = WithVectors(ByWords);

    public static async Task<Ranked> RunAsync(
        NpgsqlConnection connection, SchoolClassId? schoolClass, Question question, Meaning? meaning, int limit,
        CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(meaning is null ? ByWords : ByBoth, connection);
        Bind(command.Parameters, schoolClass, question, limit);
        if (meaning is not null)
        {
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = meaning.Model });
            command.Parameters.AddWithValue(meaning.Vector);
            command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = meaning.Dimensions });
        }

        await command.PrepareAsync(cancellationToken);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await ReadAsync(reader, cancellationToken);
    }

    private static void Bind(NpgsqlParameterCollection to, SchoolClassId? schoolClass, Question question, int limit)
    {
        var numbered = question.Concepts.Select((concept, number) => (concept, number)).ToList();
        var forms = numbered.SelectMany(c => c.concept.Forms.Select(form => (c.concept, c.number, form))).ToList();
        var keyed = numbered.Where(c => c.concept.Key is not null).ToList();
        var spelt = numbered.Where(c => c.concept.Spelling is not null).ToList();
        to.Add(new NpgsqlParameter<long> { TypedValue = schoolClass?.Value ?? 0 });
        to.Add(Array(forms, f => f.number));
        to.Add(Array(forms, f => f.concept.Books));
        to.Add(Array(forms, f => f.form.Language));
        to.Add(Array(forms, f => f.form.Word));
        to.Add(Array(forms, f => f.form.Weight));
        to.Add(Array(keyed, c => c.number));
        to.Add(Array(keyed, c => c.concept.Key!));
        to.Add(new NpgsqlParameter<float> { TypedValue = Related });
        to.Add(Array(spelt, c => c.number));
        to.Add(Array(spelt, c => c.concept.Books));
        to.Add(Array(spelt, c => c.concept.Spelling!.Word));
        to.Add(Array(spelt, c => c.concept.Spelling!.Skeleton));
        to.Add(Array(spelt, c => c.concept.Spelling!.MayBeMisspelt));
        to.Add(Array(numbered, c => c.number));
        to.Add(Array(numbered, c => c.concept.Books));
        to.Add(Array(numbered, c => c.concept.Weight));
        to.Add(new NpgsqlParameter<int> { TypedValue = limit });
        to.Add(new NpgsqlParameter<float> { TypedValue = question.WantsExercises ? 1 : 0.75f });
        to.Add(new NpgsqlParameter<float> { TypedValue = 0.8f });
        to.Add(Array(numbered, c => c.concept.Missing));
    }

    private static NpgsqlParameter<T[]> Array<TItem, T>(IEnumerable<TItem> items, Func<TItem, T> value) =>
        new() { TypedValue = [.. items.Select(value)] };

    private static async Task<Ranked> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var hits = new List<Hit>();
        var (books, asked, total) = (0L, 0L, 0d);
        while (await reader.ReadAsync(cancellationToken))
        {
            (books, asked, total) = (reader.GetInt64(0), reader.GetInt64(1), reader.GetDouble(2));
            if (!await reader.IsDBNullAsync(3, cancellationToken))
                hits.Add(Read(reader));
        }

        return new Ranked(books, asked, total, hits);
    }

    private static Hit Read(NpgsqlDataReader row) => new(
        row.GetInt64(3), row.GetInt64(4), row.GetString(5), row.GetInt32(6), Number(row, 7), Text(row, 8), Text(row, 9),
        Number(row, 10), Number(row, 11), Enum.Parse<PassageKind>(row.GetString(12)), Enum.Parse<Language>(row.GetString(13)),
        row.GetString(14), row.GetDouble(15), row.IsDBNull(16) ? null : row.GetDouble(16), row.GetDouble(17));

    private static int? Number(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static string Load()
    {
        using var stream = typeof(RankingStatement).Assembly.GetManifestResourceStream("Ranking.sql")!;
        return new StreamReader(stream).ReadToEnd();
    }

    private static string WithVectors(string words)
    {
        const string From = "/*vectors*/", To = "/*end*/";
        var start = words.IndexOf(From, StringComparison.Ordinal);
        return words[..start] +
            """
            nearest as materialized (
                select v.resource_id, p.ordinal, -(v.embedding <#> $23) as nearness
                from books b
                join passage_vectors v on v.resource_id = b.id and v.embedder_id = (
                    select id from embedders where model = $22 and dimensions = $24 and is_current)
                join passages p on p.id = v.passage_id
                order by v.embedding <#> $23
                limit $18),
            best as (
                select resource_id, ordinal,
                    coalesce(1 / (60 + l.place), 0) + coalesce(1 / (60 + n.place), 0) as score,
                    coalesce(l.strength, 0) as strength, n.nearness
                from (select *, row_number() over (order by score desc, resource_id, ordinal)::float8 as place from lexical) as l
                full join (select *, row_number() over (order by nearness desc)::float8 as place from nearest) as n
                    using (resource_id, ordinal)),
            """ + words[(words.IndexOf(To, StringComparison.Ordinal) + To.Length)..];
    }
}
