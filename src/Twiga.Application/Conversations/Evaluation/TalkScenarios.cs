using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Twiga.Application.Conversations;

/// <summary>Reads a file of scenarios (JSON lines) and names every line that is wrong.</summary>
internal static class TalkScenarios
{
    private const int MostFaults = 20;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter() },
    };

    public static IReadOnlyList<TalkScenario> Read(string path, IReadOnlySet<string> classes, List<string> faults)
    {
        if (!File.Exists(path))
        {
            faults.Add($"{path}: there is no such file.");
            return [];
        }

        var scenarios = new List<TalkScenario>();
        var ids = new HashSet<string>();
        foreach (var (line, number) in File.ReadLines(path).Select((line, index) => (line, index + 1)))
        {
            if (string.IsNullOrWhiteSpace(line) || faults.Count >= MostFaults)
                continue;

            try
            {
                var scenario = JsonSerializer.Deserialize<TalkScenario>(line, Json)!;
                if (Fault(scenario, classes, ids) is { } fault)
                    faults.Add($"{path}, line {number}: {fault}");
                else
                    scenarios.Add(scenario);
            }
            catch (JsonException unreadable)
            {
                var where = unreadable.Path is null or "$" ? "this is no JSON object" : $"'{unreadable.Path[2..]}' does not fit";
                faults.Add($"{path}, line {number}: {where}.");
            }
        }

        if (scenarios.Count == 0 && faults.Count == 0)
            faults.Add($"{path}: there is no scenario in it.");
        return scenarios;
    }

    private static string? Fault(TalkScenario scenario, IReadOnlySet<string> classes, HashSet<string> ids)
    {
        if (!ids.Add(scenario.Id))
            return $"the id '{scenario.Id}' stands there twice.";
        if (scenario.Classes.FirstOrDefault(c => !classes.Contains(c)) is { } unknown)
            return $"there is no class '{unknown}'.";

        return scenario.Has.Concat(scenario.HasNot).FirstOrDefault(pattern => !IsPattern(pattern)) is { } broken
            ? $"'{broken}' is no regular expression."
            : null;
    }

    private static bool IsPattern(string pattern)
    {
        try
        {
            _ = new Regex(pattern);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
