using Twiga.Application.Curriculum;

namespace Twiga.Infrastructure.Tests.Retrieval;

public sealed class Evaluating_beside_a_library
{
    private const string State =
        """
        select (select count(*) from passages) || ' ' || (select count(*) from postings) || ' ' || (select sum(words) from lexicons)
            || ' ' || (select count(*) from resource_classes)
        """;

    [Test]
    public async Task Leaves_the_library_as_it_was_and_finds_in_the_corpus()
    {
        await Database.EmptyAsync();
        await using var library = Library.Open();
        await library.FillAsync();
        var folder = Directory.CreateTempSubdirectory("twiga-trial-").FullName;
        var (corpus, queries) = (Path.Combine(folder, "corpus.jsonl"), Path.Combine(folder, "queries.jsonl"));
        await File.WriteAllTextAsync(corpus, """
            {"id":"1","title":"Rain","text":"Rain falls from the clouds."}
            {"id":"2","title":"Cattle","text":"Herders move with their animals."}
            """);
        await File.WriteAllTextAsync(queries, """
            {"id":"a","language":"eng","question":"herders and animals","question_en":"herders and animals","passage_id":"2"}
            """);

        var before = await StateAsync();
        var outcome = await library.Send(new EvaluateRetrieval(corpus, queries));
        var measured = (EvaluationOutcome.Measured)outcome;
        Assert.That(measured.Scores.First(s => s.Retriever == Retriever.Twiga).RecallAt1, Is.EqualTo(1));
        Assert.That(await StateAsync(), Is.EqualTo(before));
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<string?> StateAsync()
    {
        await using var command = Database.Source.CreateCommand(State);
        return (string?)await command.ExecuteScalarAsync();
    }
}
