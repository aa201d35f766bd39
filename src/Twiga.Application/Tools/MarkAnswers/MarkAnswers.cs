using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Twiga.Application.Tools;

/// <summary>Marks a learner's answer by a guide, point by point; the program adds up.</summary>
[Description(
    "Mark a learner's answer point by point: by the teacher's guide, the marking scheme of a paper made here, or the textbook. "
    + "One question at a time.")]
[Progress("I am marking the answer.", "Nasahihisha jibu.")]
[TimeLimit(90)]
public sealed record MarkAnswers : ITool<string>, IForClass
{
    [Description("The question, or its number on her newest paper: question 7 (b)."), MinLength(2), MaxLength(1500)]
    public required string Question { get; init; }

    [Description("The learner's answer, word for word."), MinLength(1), MaxLength(6000)]
    public required string Answer { get; init; }

    [Description("The class of the learner.")]
    public ClassName? Class { get; init; }

    [Description("Her marking guide, word for word."), MaxLength(4000)]
    public string? MarkingGuide { get; init; }

    [Description("The marks the question carries, if she said so."), Range(0.5, 100)]
    public double? Marks { get; init; }
}
