using System.Text.RegularExpressions;
using Twiga.Application.Tools;
using Twiga.Domain.Messaging;

namespace Twiga.Application.Conversations;

/// <summary>What is wrong with the answer to a scenario, each fault a sentence; none where it is as expected.</summary>
internal static partial class TalkRules
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public static IReadOnlyList<string> Faults(TalkScenario scenario, Reply reply, TurnMemory turn) =>
    [
        .. Tools(scenario, turn),
        .. Class(scenario, turn),
        .. Sources(scenario, reply, turn),
        .. Language(scenario, reply),
        .. Form(scenario, reply),
        .. Words(scenario, reply),
    ];

    private static IEnumerable<string> Tools(TalkScenario scenario, TurnMemory turn)
    {
        if (scenario.Tools is not { } expected)
            yield break;

        var called = turn.Called.Select(c => c.Tool).ToHashSet();
        foreach (var tool in expected.Where(t => !called.Contains(t)))
            yield return $"tool: {tool} was not called";
        if (expected.Count == 0 && called.Count > 0)
            yield return $"tool: {string.Join(", ", called)} was called";
    }

    private static IEnumerable<string> Class(TalkScenario scenario, TurnMemory turn)
    {
        var chosen = turn.Called.Select(c => c.Class).OfType<string>().Distinct().ToList();
        if (scenario.Class is { } expected && !chosen.Contains(expected))
            yield return $"class: {(chosen.Count > 0 ? string.Join(", ", chosen) : "none")} instead of {expected}";
    }

    private static IEnumerable<string> Sources(TalkScenario scenario, Reply reply, TurnMemory turn)
    {
        var retrieved = turn.Passages.Select(p => p.Passage.Id).ToHashSet();
        if (reply.Citations.Any(c => !retrieved.Contains(c.PassageId)))
            yield return "sources: one was not retrieved in this turn";
        if (scenario.Sources is { } wanted && wanted != reply.Citations.Count > 0)
            yield return wanted ? "sources: there are none" : "sources: there are some";
    }

    private static IEnumerable<string> Language(TalkScenario scenario, Reply reply)
    {
        var wanted = scenario.AnswerIn ?? scenario.Language;
        var isWrong = wanted == Domain.Teachers.Language.Swahili
            ? LanguageOf.IsEnglishThroughout(reply.Text)
            : LanguageOf.Message(CitedAnswer.WithoutFooter(reply.Text)) == Domain.Teachers.Language.Swahili;
        if (isWrong)
            yield return $"language: not {wanted}";
    }

    private static IEnumerable<string> Form(TalkScenario scenario, Reply reply)
    {
        if (reply.Text.Trim().Length == 0)
            yield return "form: empty";
        if (reply.Text.Length > scenario.Longest)
            yield return $"form: {reply.Text.Length} characters, {scenario.Longest} at most";
        if (reply.Messages.OfType<TextContent>().Any(m => m.Body.Length > Limits.Text))
            yield return "form: a message is longer than WhatsApp takes";
        if (RawMarkup().IsMatch(reply.Text))
            yield return "form: Markdown or LaTeX that WhatsApp does not know";
    }

    private static IEnumerable<string> Words(TalkScenario scenario, Reply reply)
    {
        var given = string.Join("\n", reply.Messages.OfType<ButtonsContent>().Select(m => m.Body).Prepend(reply.Text));
        foreach (var pattern in scenario.Has.Where(p => !IsIn(given, p)))
            yield return $"words: nothing like '{pattern}'";
        foreach (var pattern in scenario.HasNot.Where(p => IsIn(given, p)))
            yield return $"words: '{pattern}' is there";
    }

    private static bool IsIn(string text, string pattern) =>
        Regex.IsMatch(text, pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience);

    [GeneratedRegex(@"\*\*\w|^#{1,6} |\\frac\{|\\\(|\[[^\]]+\]\(https?:", RegexOptions.Multiline)]
    private static partial Regex RawMarkup();
}
