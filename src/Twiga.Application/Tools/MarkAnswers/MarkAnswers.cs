using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Twiga.Application.Tools;

/// <summary>Marks a learner's answer by a guide, point by point; the program adds up.</summary>
[Description(
    "Mark a learner's answer: marks for each point, the total, what is missing, and a sentence for the learner. By the teacher's "
    + "marking guide, or the marking scheme of a paper that was made here, or the textbook. One question at a time.")]
[Progress("I am marking the answer.", "Nasahihisha jibu.")]
[TimeLimit(90)]
public sealed record MarkAnswers : ITool<string>, IForClass
{
    [Description("The question as it was asked, or its number on the newest paper that was made here: question 7 (b)."), MinLength(2), MaxLength(1500)]
    public required string Question { get; init; }

    [Description("The learner's answer, word for word, mistakes and all."), MinLength(1), MaxLength(6000)]
    public required string Answer { get; init; }

    [Description("The class of the learner.")]
    public ClassName? Class { get; init; }

    [Description("The teacher's marking guide, word for word, where she gave one."), MaxLength(4000)]
    public string? MarkingGuide { get; init; }

    [Description("The most marks the question carries, where she said so."), Range(0.5, 100)]
    public double? Marks { get; init; }
}
