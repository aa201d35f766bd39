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

    private static bool IsWhole(ExerciseItem item, ExerciseKind kind) =>
        !string.IsNullOrWhiteSpace(item.Question)
        && !string.IsNullOrWhiteSpace(item.Answer)
        && kind switch
        {
            ExerciseKind.MultipleChoice =>
                item.Options.Count is >= 3 and <= 5
                && item.Options.Select(Bare).Distinct().Count() == item.Options.Count
                && item.Options.Count(o => Bare(o) == Bare(item.Answer)) == 1,
            ExerciseKind.TrueFalse => TrueOrFalse.Contains(Bare(item.Answer)),
            _ => true,
        };

    private static string Bare(string text) => text.Trim().TrimEnd('.').ToLowerInvariant();
}
