using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Tools;

/// <summary>Starts the making of a lesson plan; it arrives by itself.</summary>
[Description(
    "Make a lesson plan (andalio la somo) in the official form, as a document. It takes about a minute and arrives by itself. No "
    + "search is needed before.")]
[Progress("I am preparing the lesson plan; it will arrive here by itself.", "Naandaa andalio la somo; litafika hapa lenyewe.")]
public sealed record CreateLessonPlan : ITool<string>, IForClass
{
    [Description("The class it is for.")]
    public required ClassName Class { get; init; }

    [Description("The topic in a few words."), MinLength(2), MaxLength(200)]
    public required string Topic { get; init; }

    [Description("Its title, where she gave one."), MaxLength(150)]
    public string? LessonTitle { get; init; }

    [Description("Periods; 1 where left out."), Range(1, 4)]
    public int? Periods { get; init; }

    [Description("Minutes of the whole lesson, if she says so."), Range(20, 240)]
    public int? Minutes { get; init; }

    [Description("What she says about her pupils or room."), MaxLength(500)]
    public string? ClassContext { get; init; }

    [Description("Where it is not the language of the class.")]
    public Language? Language { get; init; }
}
