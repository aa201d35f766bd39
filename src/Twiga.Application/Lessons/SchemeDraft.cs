using System.ComponentModel;
using Twiga.Domain.Lessons;

namespace Twiga.Application.Lessons;

/// <summary>What the model writes of a chapter's rows.</summary>
internal sealed record SchemeDraft(
    string MainCompetence,
    [property: Description("One for each row that is listed, in order.")] IReadOnlyList<SchemeRowDraft> Rows)
{
    public SchemeWords Words => new(MainCompetence.Trim(), [.. Rows.Select(r => r.Row)]);
}

internal sealed record SchemeRowDraft(
    string SpecificCompetence,
    string LearningActivities,
    string SpecificActivity,
    [property: Description("Teaching and learning methods.")] string Methods,
    string Resources,
    [property: Description("Assessment tools.")] string Assessment)
{
    public SchemeRow Row => new()
    {
        SpecificCompetence = SpecificCompetence.Trim(),
        LearningActivities = LearningActivities.Trim(),
        SpecificActivity = SpecificActivity.Trim(),
        Methods = Methods.Trim(),
        Resources = Resources.Trim(),
        Assessment = Assessment.Trim(),
    };
}
