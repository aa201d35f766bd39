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

    /// <summary>Frequent words are looked up only where a rarer one stands, and those of every fourth passage not at all.</summary>
    private const string RareFirst =
        """
        counted as materialized (select concept, sum(cardinality(ordinals)) as passages from hits group by 1),
        rare as materialized (
            select h.concept, h.resource_id, u.ordinal, sum(u.frequency * h.weight) as frequency, max(u.length) as length
            from hits h
            join counted c using (concept)
            cross join lateral unnest(h.ordinals, h.frequencies, h.lengths) as u(ordinal, frequency, length)
            where c.passages <= greatest(4000, (select min(passages) from counted))
            group by 1, 2, 3),
        flat as materialized (
            select * from rare
            union all
            select h.concept, h.resource_id, u.ordinal, sum(u.frequency * h.weight), max(u.length)
            from hits h
            join counted c using (concept)
            cross join size s
            cross join lateral unnest(h.ordinals, h.frequencies, h.lengths) as u(ordinal, frequency, length)
            where c.passages > greatest(4000, (select min(passages) from counted)) and c.passages < s.passages / 4
                and (h.resource_id, u.ordinal) in (select resource_id, ordinal from rare)
            group by 1, 2, 3),
        """;

    private const string EveryBook = "from resources r join lexicons l on l.resource_id = r.id where $1 = 0";

    /// <summary>The nearest of each book, which is exact.</summary>
    private const string NearestInClass =
        """
            select v.resource_id, v.passage_id, v.distance
            from books b
            cross join lateral (
                select resource_id, passage_id, embedding <#> $23 as distance from passage_vectors
                where embedder_id = (select id from embedders where model = $22 and dimensions = $24 and is_current)
                    and resource_id = b.id
                order by distance
                limit $18) as v
        """;

    /// <summary>Of all books those whose vectors have the most signs in common, which are small enough to look through.</summary>
    private const string NearestOfAll =
        """
            select v.resource_id, v.passage_id, v.embedding <#> $23 as distance
            from (
                select embedder_id, passage_id from passage_signs
                where embedder_id = (select id from embedders where model = $22 and dimensions = $24 and is_current)
                order by signs <~> (select binary_quantize($23))
                limit 36 * $18) as s
            join passage_vectors v using (embedder_id, passage_id)
        """;

    private static readonly string WordsInClass = Load();

    // every word of every book beside each unknown one would be too much
    private static readonly string WordsOfAll =
        Replaced(Replaced(Replaced(WordsInClass, "scope", EveryBook), "misspelt", ""), "flat", RareFirst);
    private static readonly string BothInClass = Replaced(WordsInClass, "vectors", WithVectors(NearestInClass));
    private static readonly string BothOfAll = Replaced(WordsOfAll, "vectors", WithVectors(NearestOfAll));

    public static async Task<Ranked> RunAsync(
        NpgsqlConnection connection, SchoolClassId? schoolClass, Question question, Meaning? meaning, int limit,
        CancellationToken cancellationToken)
    {
        var text = (schoolClass is null, meaning is null) switch
        {
            (false, true) => WordsInClass,
            (false, false) => BothInClass,
            (true, true) => WordsOfAll,
            (true, false) => BothOfAll,
        };
        await using var command = new NpgsqlCommand(text, connection);
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

    private static string WithVectors(string nearest) =>
        $"""
        nearest as materialized (
            select n.resource_id, p.ordinal, -n.distance as nearness
            from (
        {nearest}
                order by distance
                limit $18) as n
            join passages p on p.id = n.passage_id),
        best as (
            select resource_id, ordinal,
                coalesce(1 / (60 + l.place), 0) + coalesce(1 / (60 + n.place), 0) as score,
                coalesce(l.strength, 0) as strength, n.nearness
            from (select *, row_number() over (order by score desc, resource_id, ordinal)::float8 as place from lexical) as l
            full join (select *, row_number() over (order by nearness desc)::float8 as place from nearest) as n
                using (resource_id, ordinal)),
        """;

    /// <summary>Puts something in the place of what stands between two marks.</summary>
    private static string Replaced(string text, string mark, string by)
    {
        var (from, to) = ($"/*{mark}*/", $"/*end {mark}*/");
        var (start, end) = (text.IndexOf(from, StringComparison.Ordinal), text.IndexOf(to, StringComparison.Ordinal));
        return text[..start] + by + text[(end + to.Length)..];
    }
}
