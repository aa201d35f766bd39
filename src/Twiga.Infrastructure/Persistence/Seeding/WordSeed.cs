using System.Security.Cryptography;
using System.Text;
using Npgsql;
using Twiga.Infrastructure.Retrieval.Analysis;

namespace Twiga.Infrastructure.Persistence.Seeding;

/// <summary>Writes what English words are also looked for as: their synonyms, and their Swahili.</summary>
internal sealed class WordSeed(NpgsqlDataSource source, TimeProvider clock)
{
    private const string Name = "words";

    private const string Rows =
        """
        insert into related_terms (term, language, other)
        select distinct one.term, w.language, other.term
        from unnest($1::text[], $2::text[], $3::text[]) as w(word, language, other)
        cross join lateral (select tsvector_to_array(to_tsvector('english', w.word))) as e(terms)
        cross join lateral (select case
            when w.language = 'English' then tsvector_to_array(to_tsvector('english', w.other))
            else array[w.other] end) as o(terms)
        cross join lateral unnest(e.terms) as one(term)
        cross join lateral unnest(o.terms) as other(term)
        where cardinality(e.terms) = 1 and cardinality(o.terms) = 1 and one.term <> other.term
        """;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var words = Synonyms().Concat(Translations()).ToList();
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', words))));
        if (await Seeds.HashOfAsync(source, Name, cancellationToken) == hash)
            return;

        await using (var batch = source.CreateBatch())
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand("delete from related_terms"));
            var rows = new NpgsqlBatchCommand(Rows);
            rows.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. words.Select(w => w.Word)] });
            rows.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. words.Select(w => w.Language)] });
            rows.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. words.Select(w => w.Other)] });
            batch.BatchCommands.Add(rows);
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }

        await Seeds.RememberAsync(source, Name, hash, clock.GetUtcNow(), cancellationToken);
    }

    private static IEnumerable<(string Word, string Language, string Other)> Synonyms()
    {
        foreach (var (_, line) in WordFiles.Lines("synonyms.txt"))
        {
            var words = line.Split(',', StringSplitOptions.TrimEntries);
            foreach (var word in words)
            {
                foreach (var other in words.Where(w => w != word))
                    yield return (word, "English", other);
            }
        }
    }

    private static IEnumerable<(string Word, string Language, string Other)> Translations() =>
        BilingualDictionary.Default.Pairs
            .Where(p => !p.Key.Contains(' '))
            .OrderBy(p => p.Key, StringComparer.Ordinal).ThenBy(p => p.English, StringComparer.Ordinal)
            .Select(p => (p.English, "Swahili", p.Key));
}
