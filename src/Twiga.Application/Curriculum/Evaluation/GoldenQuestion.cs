using System.Text.Json;
using System.Text.RegularExpressions;

namespace Twiga.Application.Curriculum;

/// <summary>A question as a teacher of that class may ask it, and the words of the book that answer it.</summary>
internal sealed partial record GoldenQuestion(
    string Id, string Class, string Language, string Question, string? Section, string? Quote, bool Covered = true)
{
    /// <summary>All questions of the files *.jsonl in a folder.</summary>
    public static IReadOnlyList<GoldenQuestion> Read(string folder, List<string> faults)
    {
        var questions = new List<GoldenQuestion>();
        if (!Directory.Exists(folder))
            faults.Add($"{folder}: there is no such folder.");
        string[] files = faults.Count == 0 ? [.. Directory.GetFiles(folder, "*.jsonl").Order(StringComparer.Ordinal)] : [];
        foreach (var (file, line, number) in files.SelectMany(f => File.ReadLines(f).Select((l, n) => (f, l, n + 1))))
        {
            try
            {
                if (line.Length > 0)
                    questions.Add(JsonSerializer.Deserialize<GoldenQuestion>(line, JsonSerializerOptions.Web)!);
            }
            catch (JsonException)
            {
                faults.Add($"{file}, line {number}: this is no question.");
            }
        }

        if (questions.Count == 0 && faults.Count == 0)
            faults.Add($"{folder}: there is no question in it.");
        return questions;
    }

    /// <summary>From 1; null where the answer is not among what was found.</summary>
    public int? RankIn(SearchOutcome outcome)
    {
        if (outcome is not SearchOutcome.Found(var passages) || Quote is null)
            return null;

        var wanted = Plain(Quote);
        var place = passages.ToList().FindIndex(p => Plain(p.Text).Contains(wanted, StringComparison.Ordinal));
        return place < 0 ? null : place + 1;
    }

    private static string Plain(string text) => NoLetters().Replace(text, "").ToLowerInvariant();

    [GeneratedRegex(@"[^\p{L}\p{N}]+")]
    private static partial Regex NoLetters();
}
