using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Twiga.Application.Tools;

/// <summary>Writes an exercise from the books of a class; its answers are kept back.</summary>
[Description(
    "Write an exercise, quiz or homework from the textbooks of one of the teacher's classes. Use it whenever she wants "
    + "questions for her pupils. No separate search is needed.")]
[Progress("I am writing the exercise.", "Naandaa zoezi.")]
[TimeLimit(120)]
public sealed record GenerateExercise : ITool<string>, IForClass
{
    [Description("What the exercise is about, in a few words."), MaxLength(300), MinLength(2)]
    public required string Query { get; init; }

    [Description("The class it is for.")]
    public required ClassName Class { get; init; }

    [Description("How many questions; 5 where left out."), Range(1, 20)]
    public int Count { get; init; } = 5;

    [Description("The kind of questions; multiple_choice where she does not say.")]
    public ExerciseKind Kind { get; init; } = ExerciseKind.MultipleChoice;

    [Description("How hard it is.")]
    public Difficulty Difficulty { get; init; } = Difficulty.Medium;
}

public enum ExerciseKind
{
    MultipleChoice,
    TrueFalse,
    Matching,
    ShortAnswer,
    Essay,
}

public enum Difficulty
{
    Easy,
    Medium,
    Hard,
}
