using System.Text.RegularExpressions;
using Npgsql;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Teachers;
using Twiga.Infrastructure.Retrieval.Analysis;

namespace Twiga.Infrastructure.Retrieval;

/// <summary>Builds the inverted index of one book: its words, their spellings and its own glossary.</summary>
internal static partial class WordIndex
{
    /// <summary>Goes up when words are indexed otherwise than before; older indexes are then built anew.</summary>
    public const int Version = 1;

    private const string English =
        """
        insert into postings (resource_id, term, ordinals, frequencies, lengths)
        with words as (
            select p.ordinal, w.lexeme, sum(case mark when 'A' then 1 when 'B' then 2 else 1 end)::real as frequency
            from unnest($2::int[], $3::text[], $4::text[], $5::text[]) as p(ordinal, chapter, section, body)
            cross join lateral unnest(
                setweight(to_tsvector('english', p.chapter), 'A') || setweight(to_tsvector('english', p.section), 'B')
                || to_tsvector('english', p.body)) as w(lexeme, positions, marks)
            cross join lateral unnest(w.marks) as mark
            group by 1, 2),
        sized as (select *, sum(frequency) over (partition by ordinal) as length from words)
        select $1, lexeme, array_agg(ordinal order by ordinal), array_agg(frequency order by ordinal),
            array_agg(length order by ordinal)
        from sized
        group by lexeme
        """;

    private const string Swahili =
        """
        insert into postings (resource_id, term, ordinals, frequencies, lengths)
        with words as (
            select ordinal, term, sum(weight) as frequency
            from unnest($2::int[], $3::text[], $4::real[]) as w(ordinal, term, weight)
            group by 1, 2),
        sized as (select *, sum(frequency) over (partition by ordinal) as length from words)
        select $1, term, array_agg(ordinal order by ordinal), array_agg(frequency order by ordinal),
            array_agg(length order by ordinal)
        from sized
        group by term
        """;

    private const string Spellings =
        """
        insert into spellings (resource_id, word, skeleton, term)
        select $1, word, skeleton, coalesce(term, (ts_lexize('english_stem', word))[1])
        from unnest($2::text[], $3::text[], $4::text[]) as s(word, skeleton, term)
        where coalesce(term, (ts_lexize('english_stem', word))[1]) is not null
        """;

    private const string Sizes =
        """
        insert into lexicons (resource_id, version, passages, words)
        select $1, $2, $3, coalesce(sum(f), 0) from postings p cross join lateral unnest(p.frequencies) as f
        where p.resource_id = $1
        """;

    public static async Task BuildAsync(
        NpgsqlConnection connection, long book, Language language, IReadOnlyList<Passage> passages,
        CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (var table in (string[])["postings", "spellings", "glossary_terms", "lexicons"])
            batch.Add($"delete from {table} where resource_id = $1", book);

        var texts = passages.Select(p => Searchable.Text(p.Text)).ToList();
        if (language == Language.English)
        {
            batch.Add(English, book,
                passages.Select(p => p.Ordinal).ToArray(),
                passages.Select(p => Searchable.Text(p.Chapter ?? "")).ToArray(),
                passages.Select(p => Searchable.Text(p.Section ?? "")).ToArray(),
                texts.ToArray());
            AddGlossary(batch, book, passages);
        }
        else
        {
            var words = passages.Zip(texts, SwahiliWords).SelectMany(w => w).ToList();
            batch.Add(Swahili, book, words.Select(w => w.Ordinal).ToArray(), words.Select(w => w.Term).ToArray(),
                words.Select(w => w.Weight).ToArray());
        }

        AddSpellings(batch, book, language, texts);
        batch.Add(Sizes, book, Version, passages.Count);
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private static IEnumerable<(int Ordinal, string Term, float Weight)> SwahiliWords(Passage passage, string text) =>
        Stems(text).Select(s => (passage.Ordinal, s, 1f))
            .Concat(Stems(Searchable.Text(passage.Chapter ?? "")).Select(s => (passage.Ordinal, s, 1f)))
            .Concat(Stems(Searchable.Text(passage.Section ?? "")).Select(s => (passage.Ordinal, s, 2f)));

    private static IEnumerable<string> Stems(string text) => Searchable.Words(text)
        .Where(w => !BilingualDictionary.Default.StopWords.Contains(w))
        .Select(BilingualDictionary.Default.Stemmer.Stem);

    private static void AddSpellings(NpgsqlBatch batch, long book, Language language, IEnumerable<string> texts)
    {
        var words = texts.SelectMany(Searchable.Words).Where(w => w.Length >= 4 && w.All(char.IsAsciiLetter)).ToHashSet();
        string? Term(string word) => language == Language.English ? null : BilingualDictionary.Default.Stemmer.Stem(word);
        batch.Add(Spellings, book, words.ToArray(), words.Select(w => Skeleton.Of(w) ?? "").ToArray(), words.Select(Term).ToArray());
    }

    private static void AddGlossary(NpgsqlBatch batch, long book, IEnumerable<Passage> passages)
    {
        var pairs = passages.Where(p => p.Kind == PassageKind.Glossary)
            .SelectMany(p => GlossaryLine().Matches(p.Text))
            .Select(m => (
                Key: BilingualDictionary.Default.Key(Searchable.Words(Searchable.Text(m.Groups["swahili"].Value))),
                English: Searchable.Text(m.Groups["english"].Value)))
            .Where(p => p.Key.Length > 0)
            .Distinct().ToList();
        batch.Add("insert into glossary_terms select $1, * from unnest($2::text[], $3::text[])",
            book, pairs.Select(p => p.Key).ToArray(), pairs.Select(p => p.English).ToArray());
    }

    private static void Add(this NpgsqlBatch batch, string text, params object[] values)
    {
        var command = new NpgsqlBatchCommand(text);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        batch.BatchCommands.Add(command);
    }

    [GeneratedRegex(@"^- (?<english>[^():\n]+) \((?<swahili>[^()\n]+)\):", RegexOptions.Multiline)]
    private static partial Regex GlossaryLine();
}
