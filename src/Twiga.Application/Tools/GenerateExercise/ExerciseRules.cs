using Twiga.Domain.Exams;

namespace Twiga.Application.Tools;

/// <summary>Which items of an exercise can be given to pupils.</summary>
internal static class ExerciseRules
{
    private static readonly string[] TrueOrFalse = ["true", "false"];

    public static IEnumerable<ExerciseItem> Usable(
        IEnumerable<ExerciseItem> drafted, IEnumerable<ExerciseItem> before, ExerciseKind kind)
    {
        var questions = before.Select(i => Bare(i.Question)).ToHashSet();
        var answers = before.Select(i => Bare(i.Answer)).ToHashSet();
        foreach (var item in drafted.Where(i => IsWhole(i, kind)))
        {
            if (!questions.Add(Bare(item.Question)))
                continue;
            if (kind == ExerciseKind.Matching && !answers.Add(Bare(item.Answer)))
                continue;

            yield return item;
        }
    }

    /// <summary>The place of the right option, from 0: the one that is the answer, to the letter or but for its case.</summary>
    public static int? Right(ExerciseItem item) =>
        Only(item.Options, o => Wording.Same(o, item.Answer)) ?? Only(item.Options, o => Bare(o) == Bare(item.Answer));

    private static int? Only(IReadOnlyList<string> options, Func<string, bool> fits)
    {
        var places = Enumerable.Range(0, options.Count).Where(at => fits(options[at])).ToList();
        return places is [var one] ? one : null;
    }

    private static bool IsWhole(ExerciseItem item, ExerciseKind kind) =>
        !string.IsNullOrWhiteSpace(item.Question)
        && !string.IsNullOrWhiteSpace(item.Answer)
        && kind switch
        {
            ExerciseKind.MultipleChoice =>
                item.Options.Count is >= 3 and <= 5
                && item.Options.All(o => item.Options.Count(other => Wording.Same(o, other)) == 1)
                && Right(item) is not null,
            ExerciseKind.TrueFalse => TrueOrFalse.Contains(Bare(item.Answer)),
            _ => true,
        };

    private static string Bare(string text) => text.Trim().TrimEnd('.').ToLowerInvariant();
}
