using System.ComponentModel;
using Twiga.Domain.Exams;

namespace Twiga.Application.Tools;

/// <summary>What the model says about an answer; the rules say what of it counts.</summary>
internal sealed record MarkingDraft(
    IReadOnlyList<MarkedPointDraft> Points,
    [property: Description("One sentence for the learner.")] string Feedback)
{
    /// <summary>Where the points are fixed, their words are the guide's.</summary>
    public MarkedAnswer Marked(IReadOnlyList<MarkingPoint>? points) => new(
        [.. Points.Select((p, at) => new MarkedPoint(
            points?.ElementAtOrDefault(at)?.Text ?? p.Point.Trim(), p.Marks, p.Earned, p.Quote?.Trim() ?? "", p.Missing?.Trim() ?? ""))],
        Feedback.Trim());
}

internal sealed record MarkedPointDraft(
    [property: Description("The point of the guide.")] string Point,
    [property: Description("What it carries.")] decimal Marks,
    [property: Description("What the learner gets for it.")] decimal Earned,
    [property: Description("The learner's words that earn it; empty where nothing is earned.")] string? Quote,
    [property: Description("What is missing; empty where nothing is.")] string? Missing);
