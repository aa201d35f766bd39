using System.CommandLine;
using System.Diagnostics;
using Pgvector;
using Twiga.Application.Curriculum;
using Twiga.Benchmarks.World;
using Twiga.Domain.Curriculum;
using Twiga.Infrastructure.Retrieval;
using Twiga.Infrastructure.Retrieval.Analysis;

namespace Twiga.Benchmarks.Search;

/// <summary>Search in a class and in all books of a full library, how exact it is, and how long a book takes to come in.</summary>
internal static class SearchBenchmark
{
    private const int PerSection = 6;
    private const int WarmUp = 40;
    private const int InClass = 400;
    private const int OverAll = 150;
    private const int Compared = 40;
    private const int Depth = 15;
    private const int Pages = 300;

    public static Command Command()
    {
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var books = new Option<int>("--books") { Description = "How many books.", DefaultValueFactory = _ => 70 };
        var passages = new Option<int>("--passages") { Description = "How many passages a book has.", DefaultValueFactory = _ => 1_043 };
        var command = new Command("search", "Milliseconds of a search among 73,000 passages, its recall, and ingestion.") { json, books, passages };
        command.SetAction((parsed, token) => RunAsync(parsed.GetValue(json), parsed.GetValue(books), parsed.GetValue(passages), token));
        return command;
    }

    private static async Task<int> RunAsync(bool json, int books, int passages, CancellationToken cancellationToken)
    {
        await using var world = await SearchWorld.StartAsync(cancellationToken);
        var rows = new List<IReadOnlyDictionary<string, object>>();
        rows.AddRange(await IngestAsync(world, books, cancellationToken));
        rows.Add((await IngestAsync(world, books + 1, cancellationToken))[1]);
        var began = Stopwatch.GetTimestamp();
        for (var book = 0; book < books; book++)
            await world.AddBookAsync(book, passages, PerSection, cancellationToken);
        await world.RunAsync("vacuum analyze", cancellationToken);
        rows.Add(Row($"load {books * passages} passages with vectors, s", "", Stopwatch.GetElapsedTime(began).TotalSeconds));

        var sections = passages / PerSection;
        SearchPassages Ask(int n, bool all) => new(
            all ? null : world.Classes[n * 7 % books], MadeWords.Question(n * 7 % books, n * 31 % sections, n));
        await TimesAsync(world, n => Ask(n, false), WarmUp, cancellationToken);
        var (inClass, inClassCpu) = await TimesAsync(world, n => Ask(n, false), InClass, cancellationToken);
        await TimesAsync(world, n => Ask(n, true), WarmUp, cancellationToken);
        var (overAll, overAllCpu) = await TimesAsync(world, n => Ask(n, true), OverAll, cancellationToken);
        rows.Add(Row("in a class, p50", "under 10", Report.Percentile(inClass, 0.5)));
        rows.Add(Row("in a class, p99", "under 40", Report.Percentile(inClass, 0.99)));
        rows.Add(Row("in a class, processor time of both processes", "", inClassCpu));
        rows.Add(Row("over all books, p50", "", Report.Percentile(overAll, 0.5)));
        rows.Add(Row("over all books, p99", "under 60", Report.Percentile(overAll, 0.99)));
        rows.Add(Row("over all books, processor time of both processes", "", overAllCpu));
        rows.Add(Row("recall@15 in a class, %", "100", 100 * await RecallAsync(world, n => Ask(n, false), cancellationToken)));
        rows.Add(Row("recall@15 over all books, %", "98", 100 * await RecallAsync(world, n => Ask(n, true), cancellationToken)));
        Report.Print("Search, milliseconds where nothing else is said", json, rows);
        return 0;
    }

    private static async Task<List<Dictionary<string, object>>> IngestAsync(
        SearchWorld world, int classNumber, CancellationToken cancellationToken)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("twiga-bench-").FullName, "book.pdf");
        await File.WriteAllBytesAsync(path, PdfBook.Make(Pages), cancellationToken);
        var name = (await world.SendAsync(new ListClasses(), cancellationToken))[classNumber].English;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = before;
        await using var watch = new Timer(_ => most = Math.Max(most, GC.GetTotalMemory(false)), null, 0, 20);
        var began = Stopwatch.GetTimestamp();
        var outcome = await world.SendAsync(new IngestResource(path) { Classes = [name] }, cancellationToken);
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        var report = ((IngestOutcome.Ingested)outcome).Report;
        return
        [
            Row($"a PDF of {report.Pages} pages, {report.Passages.Values.Sum()} passages comes in, s", "under 20", seconds),
            Row("memory that takes at its most, MB", "", (most - before) / 1048576.0),
        ];
    }

    private static async Task<(List<double> Times, double Processor)> TimesAsync(
        SearchWorld world, Func<int, SearchPassages> ask, int count, CancellationToken cancellationToken)
    {
        var times = new List<double>();
        var before = world.ProcessorTime;
        for (var n = 0; n < count; n++)
        {
            var began = Stopwatch.GetTimestamp();
            await world.SendAsync(ask(n), cancellationToken);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        times.Sort();
        return (times, (world.ProcessorTime - before).TotalMilliseconds / count);
    }

    /// <summary>How many of the nearest passages by an exhaustive look are among the nearest that the search saw.</summary>
    private static async Task<double> RecallAsync(SearchWorld world, Func<int, SearchPassages> ask, CancellationToken cancellationToken)
    {
        var words = new MadeWords();
        var (found, wanted) = (0, 0);
        await using var connection = await world.Database.OpenConnectionAsync(cancellationToken);
        for (var n = 0; n < Compared; n++)
        {
            var asked = ask(n);
            var vector = Vectors.Unit(words.Vector(asked.Phrase));
            var meaning = new Meaning("made", MadeWords.Dimensions, vector);
            var ranked = await RankingStatement.RunAsync(
                connection, asked.Class, QuestionReader.Default.Read(asked.Phrase), meaning, 60, cancellationToken);
            var seen = ranked.Hits.Where(h => h.Nearness is not null).OrderByDescending(h => h.Nearness).Take(Depth).Select(h => h.Id).ToHashSet();
            var exact = await ExactAsync(connection, asked.Class, vector, cancellationToken);
            (found, wanted) = (found + exact.Count(seen.Contains), wanted + exact.Count);
        }

        return found / (double)wanted;
    }

    private static async Task<List<long>> ExactAsync(
        Npgsql.NpgsqlConnection connection, SchoolClassId? schoolClass, HalfVector vector, CancellationToken cancellationToken)
    {
        await using var command = new Npgsql.NpgsqlCommand(
            """
            select v.passage_id from passage_vectors v
            where $1 = 0 or v.resource_id in (select resource_id from resource_classes where school_class_id = $1)
            order by (v.embedding <#> $2) + 0.0, v.passage_id limit $3
            """,
            connection);
        command.Parameters.Add(new Npgsql.NpgsqlParameter<long> { TypedValue = schoolClass?.Value ?? 0 });
        command.Parameters.AddWithValue(vector);
        command.Parameters.Add(new Npgsql.NpgsqlParameter<int> { TypedValue = Depth });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var ids = new List<long>();
        while (await reader.ReadAsync(cancellationToken))
            ids.Add(reader.GetInt64(0));
        return ids;
    }

    private static Dictionary<string, object> Row(string what, string aim, double value) =>
        new() { ["what"] = what, ["aim"] = aim, ["measured"] = value };
}
