using System.ComponentModel;
using Twiga.Domain.Lessons;

namespace Twiga.Application.Lessons;

/// <summary>What the model writes of a lesson; it becomes a plan whatever is wrong with it, and the rules say what is.</summary>
internal sealed record LessonDraft(
    string MainCompetence,
    string SpecificCompetence,
    [property: Description("What the whole topic is worked on by.")] string MainActivity,
    [property: Description("What is done in this lesson.")] string SpecificActivity,
    [property: Description("Teaching and learning resources, a few words each.")] IReadOnlyList<string> Resources,
    [property: Description("The numbers of the passages that were used.")] IReadOnlyList<int> Passages,
    [property: Description("One for each stage, in order.")] IReadOnlyList<StageDraft> Stages)
{
    public LessonPlan Plan(IReadOnlyList<BookPages> found) => new()
    {
        MainCompetence = MainCompetence.Trim(),
        SpecificCompetence = SpecificCompetence.Trim(),
        MainActivity = MainActivity.Trim(),
        SpecificActivity = SpecificActivity.Trim(),
        Resources = Lines(Resources),
        References = [.. Passages.Select(n => found.ElementAtOrDefault(n - 1) ?? new BookPages($"passage {n}", null, null, null)).Distinct()],
        Stages = [.. Stages.Select(s => new PlannedStage(s.Minutes, Lines(s.Teaching), Lines(s.Learning), Lines(s.Assessment)))],
    };

    private static IReadOnlyList<string> Lines(IReadOnlyList<string> lines) =>
        [.. lines.Select(l => l.Trim()).Where(l => l.Length > 0)];
}

internal sealed record StageDraft(
    int Minutes,
    [property: Description("What the teacher does.")] IReadOnlyList<string> Teaching,
    [property: Description("What pupils do.")] IReadOnlyList<string> Learning,
    [property: Description("Assessment criteria.")] IReadOnlyList<string> Assessment);
