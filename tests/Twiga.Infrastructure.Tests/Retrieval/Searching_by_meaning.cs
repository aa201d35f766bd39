using Microsoft.Extensions.AI;
using Twiga.Application.Curriculum;
using Twiga.Infrastructure.LanguageModels;
using Twiga.Infrastructure.Persistence.Seeding;

namespace Twiga.Infrastructure.Tests.Retrieval;

public sealed class Searching_by_meaning
{
    private const string Book =
        """
        ---
        title: Try
        subject: geography
        grade: os2
        language: en
        ---

        # Chapter 1: Water

        ## 1.1 Rain

        Drops fall from the clouds when vapour cools.

        ## 1.2 Cattle

        Herders move with their animals in search of grass.
        """;

    [Test]
    public async Task Finds_what_shares_no_word_with_the_question_and_embeds_each_passage_once()
    {
        await Database.EmptyAsync();
        var embedder = new Topics();
        await using var library = Library.Open(embedder, new EmbeddingsOptions { Model = "topics", Dimensions = 3 });
        await library.Get<DatabaseSeed>().RunAsync(CancellationToken.None);
        var path = Path.Combine(Directory.CreateTempSubdirectory("twiga-books-").FullName, "try.md");
        await File.WriteAllTextAsync(path, Book);

        var first = (IngestOutcome.Ingested)await library.Send(new IngestResource(path));
        var second = (IngestOutcome.Ingested)await library.Send(new IngestResource(path));
        var outcome = await library.Send(
            new SearchPassages(await library.ClassAsync("Geography Form 2"), "clouds and nomadic pastoralism"));

        var everywhere = await library.Send(new SearchPassages(null, "clouds and nomadic pastoralism"));

        Assert.That(await library.Send(new ReembedResources(null, Resume: false)), Is.InstanceOf<ReembedOutcome.Done>());

        const string Locks =
            "select count(*) from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())";
        Assert.That(await Database.CountAsync(Locks), Is.Zero);
        Assert.That((first.Report.Embedded, second.Report.Embedded), Is.EqualTo((2, 0)));
        Assert.That(((SearchOutcome.Found)everywhere).Passages.Select(p => p.Section), Does.Contain("1.2 Cattle"));
        Assert.That(((SearchOutcome.Found)outcome).Passages.Select(p => p.Section), Does.Contain("1.2 Cattle"));
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    /// <summary>Knows two topics by a few words each.</summary>
    private sealed class Topics : IEmbeddingGenerator<string, Embedding<float>>
    {
        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
            IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(values.Select(v => new Embedding<float>(new[]
            {
                v.Contains("Herders") || v.Contains("pastoralism") ? 3f : 0f, v.Contains("Drops") ? 2f : 0f, 0.1f,
            }))));

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
