using System.CommandLine;
using System.Text.Json;
using Twiga.Application.Conversations;
using Twiga.Cli.Host;

namespace Twiga.Cli.Curriculum;

/// <summary>How the configured model answers a file of scenarios, beside an earlier run.</summary>
internal static class TalkCommand
{
    private static readonly Option<string> Scenarios = new("--scenarios") { Description = "The scenarios, JSON lines.", Required = true };
    private static readonly Option<bool> Judge = new("--judge") { Description = "A judge model reads the answers too." };
    private static readonly Option<string> Compare = new("--compare") { Description = "An earlier run, as --json printed it." };

    public static Command Create() => Verb.Create(
        "talk", "Says scenarios to the model and scores its answers; nothing is saved or sent.", [Scenarios, Judge, Compare], RunAsync);

    private static async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        var before = call.Get(Compare) is { } path ? await EarlierAsync(path, cancellationToken) : null;
        var outcome = await Progress.ShowAsync(progress => call.Workplace.SendAsync(
            new EvaluateTalk(call.Get(Scenarios)!) { WithJudge = call.Get(Judge), Progress = progress }, cancellationToken));
        if (outcome is TalkEvaluation.Unusable(var reasons))
        {
            foreach (var reason in reasons)
                await Console.Error.WriteLineAsync(reason);
            return 1;
        }

        var scores = ((TalkEvaluation.Measured)outcome).Scores;
        if (call.AsJson)
            return call.Done(scores, "");

        PrintFailures(call, scores);
        PrintKinds(call, scores, before);
        return 0;
    }

    private static void PrintFailures(Call call, IReadOnlyList<TalkScore> scores)
    {
        var failed = scores.Where(s => !s.Passed).ToList();
        if (failed.Count > 0)
            call.Table(failed, ("failed", s => s.Id), ("why", s => string.Join("; ", s.Faults)));
    }

    private static void PrintKinds(Call call, IReadOnlyList<TalkScore> scores, IReadOnlyList<TalkScore>? before)
    {
        var kinds = scores.Select(s => s.Kind).Distinct().Append(null).ToList();
        call.Table(
            kinds,
            ("kind", k => k ?? "all"),
            ("scenarios", k => Of(scores, k).Count.ToString()),
            ("passed", k => Passed(Of(scores, k))),
            ("without wits", k => Passed([.. Of(scores, k).Where(s => !s.NeedsWits)])),
            ("passed before", k => before is null ? "" : Passed(Of(before, k))),
            ("grade", k => Of(scores, k).Average(s => s.Grade)?.ToString("f1")),
            ("seconds", k => Of(scores, k).Average(s => s.Seconds).ToString("f1")),
            ("tokens", k => Of(scores, k).Average(s => s.Tokens).ToString("f0")));
        if (before is null)
            return;

        var then = before.ToDictionary(s => s.Id, s => s.Passed);
        var changed = scores.Where(s => then.TryGetValue(s.Id, out var passed) && passed != s.Passed).ToList();
        if (changed.Count > 0)
            call.Table(changed, ("changed", s => s.Id), ("now", s => s.Passed ? "passes" : string.Join("; ", s.Faults)));
    }

    private static async Task<IReadOnlyList<TalkScore>> EarlierAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = File.OpenRead(path);
            return await JsonSerializer.DeserializeAsync<List<TalkScore>>(file, Call.Form, cancellationToken) ?? [];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new UsageException($"--compare {path}: {fault.Message}");
        }
    }

    private static List<TalkScore> Of(IReadOnlyList<TalkScore> scores, string? kind) =>
        [.. scores.Where(s => kind is null || s.Kind == kind)];

    private static string Passed(List<TalkScore> scores) =>
        scores.Count == 0 ? "" : $"{scores.Count(s => s.Passed)} of {scores.Count}";
}
