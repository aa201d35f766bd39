using Npgsql;
using Twiga.Application.Curriculum;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Teachers;
using Twiga.Infrastructure.Persistence.Seeding;
using Twiga.Infrastructure.Retrieval.Analysis;

namespace Twiga.Infrastructure.Retrieval;

/// <summary>
/// Runs the very statements of the search on temporary tables of the same names, which hide the library's
/// from this one connection and go with it.
/// </summary>
internal sealed class RetrievalTrials(NpgsqlDataSource source, WordSeed words, Vectors vectors) : IRetrievalTrials
{
    private const string Tables =
        """
        create temporary table resources (like public.resources including indexes);
        create temporary table resource_classes (like public.resource_classes including indexes);
        create temporary table passages (like public.passages including indexes);
        create temporary table lexicons (like public.lexicons including indexes);
        create temporary table postings (like public.postings including indexes);
        create temporary table spellings (like public.spellings including indexes);
        create temporary table glossary_terms (like public.glossary_terms including indexes);
        create temporary table embedders (like public.embedders including indexes including identity);
        create temporary table passage_vectors (like public.passage_vectors including indexes);
        create temporary table passage_signs (like public.passage_signs including indexes);
        """;

    private const string Book =
        """
        insert into resources (id, title, authors, language, is_sample, file_name, content_hash, ingested_at)
        values (1, '', '{}', $1, false, '', '', now());
        """;

    public async Task<IRetrievalTrial> OpenAsync(IReadOnlyList<TrialPassage> corpus, CancellationToken cancellationToken)
    {
        await words.RunAsync(cancellationToken);
        var language = LanguageOf(corpus);
        var connection = await source.OpenConnectionAsync(cancellationToken);

        // a statement that this connection has prepared before would still mean the library's tables
        connection.UnprepareAll();
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await RunAsync(connection, Tables, cancellationToken);
        await RunAsync(connection, Book, cancellationToken, new NpgsqlParameter<string> { TypedValue = language.ToString() });
        await RunAsync(connection, "insert into resource_classes (resource_id, school_class_id) values (1, 1)", cancellationToken);
        var passages = corpus.Select((p, place) => new Passage
        {
            Ordinal = place,
            Section = p.Title,
            Kind = PassageKind.Text,
            Language = language,
            Text = p.Text,
        }).ToList();
        await PassageRows.ReplaceAsync(connection, 1, passages, cancellationToken);
        await WordIndex.BuildAsync(connection, 1, language, passages, cancellationToken);
        if (vectors.AreOn)
        {
            var embedder = await vectors.EmbedderAsync(connection, cancellationToken);
            await vectors.FillAsync(connection, embedder, new ResourceId(1), null, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        await RunAsync(connection, "analyze", cancellationToken);
        return new Trial(connection, vectors);
    }

    private static Language LanguageOf(IReadOnlyList<TrialPassage> corpus)
    {
        var sample = corpus.Take(200).SelectMany(p => Searchable.Words(Searchable.Text(p.Text))).ToList();
        var swahili = sample.Count(BilingualDictionary.Default.StopWords.Contains);
        return swahili * 8 > sample.Count ? Language.Swahili : Language.English;
    }

    private static async Task RunAsync(
        NpgsqlConnection connection, string text, CancellationToken cancellationToken, params NpgsqlParameter[] parameters)
    {
        await using var command = new NpgsqlCommand(text, connection);
        command.Parameters.AddRange(parameters);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private sealed class Trial(NpgsqlConnection connection, Vectors vectors) : IRetrievalTrial
    {
        public string Uses => vectors.AreOn ? $"words, the bilingual dictionary and {vectors.Model}" : "words and the bilingual dictionary";

        public async Task<IReadOnlyList<int>> RankAsync(string question, int limit, CancellationToken cancellationToken)
        {
            var meaning = await vectors.OfQuestionAsync(question, cancellationToken);
            var ranked = await RankingStatement.RunAsync(
                connection, new SchoolClassId(1), QuestionReader.Default.Read(question), meaning, limit, cancellationToken);
            return [.. ranked.Hits.Select(h => h.Ordinal)];
        }

        public async ValueTask DisposeAsync()
        {
            await RunAsync(connection, "discard temp", CancellationToken.None);
            connection.UnprepareAll();
            await connection.DisposeAsync();
        }
    }
}
