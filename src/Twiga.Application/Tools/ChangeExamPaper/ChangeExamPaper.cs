using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Twiga.Application.Tools;

/// <summary>Gives an exam paper that was made before in another form, or has one question of it made anew.</summary>
[Description(
    "Do something with the newest exam paper that was made for her: send it again, send it as Word files, send another "
    + "version (options and lists shuffled, with its own key), print another duration on it, or replace one question.")]
[Progress("I am getting the exam paper ready.", "Naandaa mtihani huo.")]
[TimeLimit(60)]
public sealed record ChangeExamPaper : ITool<string>, IForClass
{
    [Description("What she wants.")]
    public required ExamChange Change { get; init; }

    [Description("The class of the paper; the newest paper of any class where left out.")]
    public ClassName? Class { get; init; }

    [Description("The number of the question to replace."), Range(1, 50)]
    public int? Question { get; init; }

    [Description("The new duration in minutes."), Range(20, 240)]
    public int? DurationMinutes { get; init; }
}

public enum ExamChange
{
    SendAgain,
    SendAsWord,
    AnotherVersion,
    AnotherDuration,
    ReplaceQuestion,
}
