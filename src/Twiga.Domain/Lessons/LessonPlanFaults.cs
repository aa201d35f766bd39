using Twiga.Domain.Teachers;

namespace Twiga.Domain.Lessons;

/// <summary>What a plan was asked to be: its form, minutes, language, and the places in books it may point to.</summary>
public sealed record LessonWish(LessonFormat Format, int Minutes, Language Language, IReadOnlyList<BookPages> Found);

/// <summary>The rules of a lesson plan; each fault is a sentence that whoever wrote it can act on.</summary>
public static class LessonPlanFaults
{
    private const int LongestLine = 320;
    private const int MostLines = 5;

    public static IReadOnlyList<string> In(LessonPlan plan, LessonWish wish) =>
        [.. All(plan, wish).Distinct().Take(8)];

    /// <summary>Whether the only thing wrong is how the time is shared out, which the form itself knows.</summary>
    public static bool IsTimeOnly(LessonPlan plan, LessonWish wish) =>
        plan.Stages.Count == wish.Format.Stages.Count && All(Timed(plan, wish), wish).FirstOrDefault() is null;

    /// <summary>The plan with the minutes that the form gives its stages.</summary>
    public static LessonPlan Timed(LessonPlan plan, LessonWish wish) => plan with
    {
        Stages = [.. plan.Stages.Zip(wish.Format.Split(wish.Minutes), (stage, minutes) => stage with { Minutes = minutes })],
    };

    private static IEnumerable<string> All(LessonPlan plan, LessonWish wish)
    {
        foreach (var (name, words) in plan.Written.Where(w => string.IsNullOrWhiteSpace(w.Words)))
            yield return $"Something is empty: {name}.";
        if (plan.Resources.Count == 0)
            yield return "There are no resources.";
        if (plan.References.Count == 0)
            yield return "No passage is named as a reference.";
        foreach (var fault in plan.References.Where(r => !wish.Found.Contains(r)))
            yield return $"{fault.Book} {fault.From} is no page of the passages.";

        var stages = wish.Format.Stages;
        if (plan.Stages.Count != stages.Count)
        {
            yield return $"There are {plan.Stages.Count} stages; there must be {stages.Count}, in this order: "
                + $"{string.Join(", ", stages.Select(s => s.Name.English))}.";
            yield break;
        }

        var minutes = plan.Stages.Sum(s => s.Minutes);
        if (minutes != wish.Minutes)
            yield return $"The stages come to {minutes} minutes; they must come to exactly {wish.Minutes}.";
        foreach (var (stage, name) in plan.Stages.Zip(stages, (s, f) => (s, f.Name.English)))
        {
            foreach (var fault in In(stage, name))
                yield return fault;
        }

        var alike = plan.Stages.SelectMany(s => s.Teaching).GroupBy(t => t.Trim(), StringComparer.OrdinalIgnoreCase);
        foreach (var twice in alike.Where(g => g.Count() > 1))
            yield return $"The same teaching activity stands twice: {twice.Key}";
        foreach (var fault in WritingFaults.In(plan.Written, wish.Language, wish.Found, LongestLine))
            yield return fault;
    }

    private static IEnumerable<string> In(PlannedStage stage, string name)
    {
        if (stage.Minutes < 1)
            yield return $"{name} has {stage.Minutes} minutes.";
        if (stage.Teaching.Count == 0)
            yield return $"{name} has no teaching activities.";
        if (stage.Learning.Count == 0)
            yield return $"{name} has no learning activities.";
        if (stage.Assessment.Count == 0)
            yield return $"{name} has no assessment criteria.";
        if (Math.Max(stage.Teaching.Count, Math.Max(stage.Learning.Count, stage.Assessment.Count)) > MostLines)
            yield return $"{name} has more than {MostLines} lines in a column.";
    }
}
