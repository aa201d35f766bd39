using Twiga.Domain.Teachers;

namespace Twiga.Application.Common;

/// <summary>What the program itself says about the work of a tool.</summary>
internal sealed class ToolTexts(Language language) : FixedTexts(language)
{
    public string Unconfirmed => Text();

    public string NextSteps => Text();

    public string Answers => Text();

    public string AnotherExercise => Text();

    public string True => Text();

    public string False => Text();

    public string ListA => Text();

    public string ListB => Text();

    public string AsDocument => Text();

    public string Exercise => Text();

    public string PupilsName => Text();

    public string PupilsClass => Text();

    public string Date => Text();

    public string ExerciseToPrint => Text();

    public string NoDocument => Text();

    public string NoMarkingGuide => Text();

    public string Marks(string earned, string of) => Text([earned, of]);
}
