using System.Text.Json;

namespace Twiga.Application.Curriculum;

/// <summary>Reads the two files of an evaluation and names every line that is wrong.</summary>
internal static class TrialFiles
{
    /// <summary>More faults than this say nothing new.</summary>
    private const int MostFaults = 20;

    public static IReadOnlyList<TrialPassage> Corpus(string path, List<string> faults)
    {
        var seen = new HashSet<string>();
        var passages = Read(path, faults, line =>
        {
            var passage = new TrialPassage(
                Text(line, "id"), Optional(line, "title") ?? "", Text(line, "text"), Optional(line, "module"));
            return seen.Add(passage.Id) ? passage : throw new FormatException($"the id '{passage.Id}' stands there twice");
        });
        if (passages.Count == 0 && faults.Count == 0)
            faults.Add($"{path}: there is no passage in it.");
        return passages;
    }

    public static IReadOnlyList<TrialQuery> Queries(string path, IReadOnlyList<TrialPassage> corpus, List<string> faults)
    {
        var places = corpus.Select((passage, place) => (passage, place)).ToList();
        var byId = places.ToDictionary(p => p.passage.Id, p => p.place);
        var byModule = places.Where(p => p.passage.Module is not null).ToLookup(p => p.passage.Module!, p => p.place);
        var queries = Read(path, faults, line => new TrialQuery(
            Text(line, "id"), Optional(line, "language") ?? "und", Text(line, "question"), Optional(line, "question_en"),
            Gold(line, byId, byModule)));
        if (queries.Count == 0 && faults.Count == 0)
            faults.Add($"{path}: there is no question in it.");
        return queries;
    }

    private static HashSet<int> Gold(JsonElement line, Dictionary<string, int> byId, ILookup<string, int> byModule) =>
        (Optional(line, "passage_id"), Optional(line, "module")) switch
        {
            ({ } id, null) => byId.TryGetValue(id, out var place) ? [place] : throw new FormatException($"there is no passage '{id}'"),
            (null, { } module) when byModule.Contains(module) => [.. byModule[module]],
            (null, { } module) => throw new FormatException($"there is no passage of the module '{module}'"),
            _ => throw new FormatException("a question has either 'passage_id' or 'module'"),
        };

    private static List<T> Read<T>(string path, List<string> faults, Func<JsonElement, T> read)
    {
        var items = new List<T>();
        if (!File.Exists(path))
        {
            faults.Add($"{path}: there is no such file.");
            return items;
        }

        foreach (var (line, number) in File.ReadLines(path).Select((line, index) => (line, index + 1)))
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            if (faults.Count >= MostFaults)
                break;

            try
            {
                using var document = JsonDocument.Parse(line);
                items.Add(read(document.RootElement));
            }
            catch (Exception fault) when (fault is JsonException or FormatException or InvalidOperationException)
            {
                faults.Add($"{path}, line {number}: {(fault is JsonException ? "this is no JSON object" : fault.Message)}.");
            }
        }

        return items;
    }

    private static string Text(JsonElement line, string member) =>
        Optional(line, member) ?? throw new FormatException($"the member '{member}' is missing");

    private static string? Optional(JsonElement line, string member) => !line.TryGetProperty(member, out var value) ? null
        : value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Null => null,
            JsonValueKind.Number => value.GetRawText(),
            _ => throw new FormatException($"the member '{member}' is no text"),
        };
}
