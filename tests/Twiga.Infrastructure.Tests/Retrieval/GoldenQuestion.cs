using System.Text.Json;
using System.Text.RegularExpressions;
using Twiga.Application.Curriculum;

namespace Twiga.Infrastructure.Tests.Retrieval;

/// <summary>A question as a teacher of that class may ask it, and the words of the book that answer it.</summary>
internal sealed partial record GoldenQuestion(
    string Id, string Class, string Language, string Question, string? Section, string? Quote, bool Covered = true)
{
    public static IReadOnlyList<GoldenQuestion> All { get; } =
    [
        .. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Golden"), "*.jsonl").Order(StringComparer.Ordinal)
            .SelectMany(File.ReadLines)
            .Where(l => l.Length > 0)
            .Select(l => JsonSerializer.Deserialize<GoldenQuestion>(l, JsonSerializerOptions.Web)!),
    ];

    /// <summary>From 1; null where the answer is not among what was found.</summary>
    public int? RankIn(SearchOutcome outcome)
    {
        if (outcome is not SearchOutcome.Found(var passages))
            return null;

        var wanted = Plain(Quote!);
        var place = passages.ToList().FindIndex(p => Plain(p.Text).Contains(wanted, StringComparison.Ordinal));
        return place < 0 ? null : place + 1;
    }

    private static string Plain(string text) => NoLetters().Replace(text, "").ToLowerInvariant();

    [GeneratedRegex(@"[^\p{L}\p{N}]+")]
    private static partial Regex NoLetters();
}
