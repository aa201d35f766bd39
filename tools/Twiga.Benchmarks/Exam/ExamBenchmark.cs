using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using Npgsql;
using Twiga.Benchmarks.Turn;
using Twiga.Benchmarks.World;
using Twiga.Simulator.Faults;
using Twiga.Simulator.Models;

namespace Twiga.Benchmarks.Exam;

/// <summary>From the wish to both documents at the Graph API, with a model that takes 2 s for each call.</summary>
internal static class ExamBenchmark
{
    private const int ModelMilliseconds = 2000;
    private const int Documents = 2;
    private const int WarmUp = 10;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static Command Command()
    {
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var schoolClass = new Option<string>("--class") { Description = "The class.", DefaultValueFactory = _ => "Biology Form 3" };
        var topics = new Option<string>("--topics")
        {
            Description = "Topics, separated by semicolons.",
            DefaultValueFactory = _ => "classification of living things; movement of substances in plants; coordination",
        };
        var format = new Option<string?>("--format") { Description = "A format's key; the class decides where it is left out." };
        var save = new Option<string?>("--save") { Description = "A folder for the documents." };
        var command = new Command("exam", "Seconds from the wish for an exam to both documents.") { json, schoolClass, topics, format, save };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetValue(json), parsed.GetValue(schoolClass)!, parsed.GetValue(topics)!, parsed.GetValue(format), parsed.GetValue(save),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        bool json, string schoolClass, string topics, string? format, string? save, CancellationToken cancellationToken)
    {
        await using var world = await BenchmarkWorld.StartAsync(statuses: true, cancellationToken);
        await world.AddTeachersAsync(1, cancellationToken, schoolClass);
        var documents = new CountdownEvent(Documents);
        world.Simulator.GraphCalled += call =>
        {
            if (call is { Accepted: true, Route: "messages", Type: "document" } && documents.CurrentCount > 0)
                documents.Signal();
        };
        await world.Simulator.Client.ScriptAsync(new ScriptedReply
        {
            Match = "exam",
            AfterTools = false,
            ToolCalls =
            [
                new ScriptedCall("generate_necta_style_exam", JsonSerializer.SerializeToElement(
                    new { @class = schoolClass, topics = topics.Split(';', StringSplitOptions.TrimEntries), format })),
            ],
        });
        using var exchange = new Exchange(world);
        exchange.Listen();
        for (var warmUp = 0; warmUp < WarmUp; warmUp++)
            await exchange.AskAsync(0, "What is a cell?", cancellationToken);
        await world.Simulator.Client.BreakModelAsync(new FaultRule { Kind = "delay", Milliseconds = ModelMilliseconds });

        var began = Stopwatch.GetTimestamp();
        var told = await exchange.AskAsync(0, "Please make an exam paper", cancellationToken) / 1000;
        var talked = (await world.Simulator.Client.ModelCallsAsync()).Count(c => c.Schema is null && c.Question?.Contains("exam", StringComparison.Ordinal) == true);
        var arrived = await Task.Run(() => documents.Wait(Patience, cancellationToken), cancellationToken);
        var wall = Stopwatch.GetElapsedTime(began).TotalSeconds;
        if (!arrived)
            await Console.Error.WriteLineAsync("The documents did not arrive.");
        if (save is not null)
            await SaveAsync(world, save, cancellationToken);
        Report.Print($"An exam for {schoolClass}, seconds", json, [.. await RowsAsync(world, told, talked, wall, cancellationToken)]);
        return arrived ? 0 : 1;
    }

    private static async Task<IEnumerable<IReadOnlyDictionary<string, object>>> RowsAsync(
        BenchmarkWorld world, double told, int talked, double wall, CancellationToken cancellationToken)
    {
        await using var command = world.Database.CreateCommand(
            """
            select e.calls, e.tokens, jsonb_array_length(jsonb_path_query_array(e.format::jsonb, '$.Sections[*].Questions[*]')),
                extract(epoch from e.finished_at - e.created_at)::float8,
                extract(epoch from (select max(f.created_at) from files f) - e.finished_at)::float8,
                (select max(length(f.content)) from files f)
            from exams e
            """);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
            return [Row("from the wish to both documents", wall, 30)];

        var (calls, writing) = (await Number(reader, 0, cancellationToken), await Number(reader, 3, cancellationToken));
        return
        [
            Row("one call to the model (yardstick)", ModelMilliseconds / 1000.0, ""),
            Row("until she is told that it is coming", told, 6),
            Row("calls to the model until then", talked, 2),
            Row("questions made and reviewed", writing, ""),
            Row("typesetting: both as PDF and Word, kept", await Number(reader, 4, cancellationToken), 1),
            Row("from the wish to both documents", wall, 30),
            Row("calls to the model for the paper", calls, ""),
            Row("rounds of the writing (time / one call)", writing * 1000 / ModelMilliseconds, ""),
            Row("ratio of all to one call", wall * 1000 / ModelMilliseconds, 15),
            Row("questions", await Number(reader, 2, cancellationToken), ""),
            Row("tokens", await Number(reader, 1, cancellationToken), ""),
            Row("largest file, kB", await Number(reader, 5, cancellationToken) / 1024, 300),
        ];
    }

    private static async Task<double> Number(NpgsqlDataReader reader, int column, CancellationToken cancellationToken) =>
        await reader.IsDBNullAsync(column, cancellationToken)
            ? double.NaN
            : Convert.ToDouble(reader.GetValue(column), System.Globalization.CultureInfo.InvariantCulture);

    private static Dictionary<string, object> Row(string what, double value, object aim) =>
        new() { ["what"] = what, ["value"] = value, ["aim"] = aim };

    private static async Task SaveAsync(BenchmarkWorld world, string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        await using var command = world.Database.CreateCommand("select name, content from files");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            await File.WriteAllBytesAsync(
                Path.Combine(folder, Path.GetFileName(reader.GetString(0))), reader.GetFieldValue<byte[]>(1), cancellationToken);
        }
    }
}
