using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Tools;

/// <summary>Starts the making of a lesson plan; it arrives by itself.</summary>
[Description(
    "Make a lesson plan (andalio la somo) in the official form, as a document, from the textbooks of one of the teacher's "
    + "classes. It takes about a minute and the document arrives by itself. No search is needed before.")]
[Progress("I am preparing the lesson plan; it will arrive here by itself.", "Naandaa andalio la somo; litafika hapa lenyewe.")]
public sealed record CreateLessonPlan : ITool<string>, IForClass
{
    [Description("The class it is for.")]
    public required ClassName Class { get; init; }

    [Description("The topic in a few words, as the book calls it."), MinLength(2), MaxLength(200)]
    public required string Topic { get; init; }

    [Description("The title of the lesson, where she gave one."), MaxLength(150)]
    public string? LessonTitle { get; init; }

    [Description("How many periods the lesson has; 1 where she does not say."), Range(1, 4)]
    public int? Periods { get; init; }

    [Description("Minutes of the whole lesson, where she says so."), Range(20, 240)]
    public int? Minutes { get; init; }

    [Description("What she says about her pupils, the room or what they did before."), MaxLength(500)]
    public string? ClassContext { get; init; }

    [Description("The language of the plan, where it is not the language the class is taught in.")]
    public Language? Language { get; init; }
}
