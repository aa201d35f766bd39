using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Tools;

/// <summary>Starts the making of an exam paper with its marking scheme; both arrive by themselves.</summary>
[Description(
    "Make a whole examination paper in the form of NECTA's papers, with its marking scheme, from the textbooks of one of "
    + "the teacher's classes. Use it when she wants an exam, test or mock paper (mtihani); for a few questions use an "
    + "exercise. It takes a minute or two and both documents arrive by themselves. No search is needed before.")]
[Progress("I am preparing the exam paper; it will arrive here by itself.", "Naandaa mtihani; utafika hapa wenyewe.")]
public sealed record GenerateNectaStyleExam : ITool<string>, IForClass
{
    internal const int MostTopics = 10;

    [Description("The class it is for.")]
    public required ClassName Class { get; init; }

    [Description("The topics or chapters it covers, each in a few words; all in equal parts. One entry 'whole book': every chapter."), MinLength(1), MaxLength(MostTopics)]
    public required IReadOnlyList<string> Topics { get; init; }

    [Description("CSEE, FTNA, PSLE, SFNA, ACSEE or the name of the school's own format. Leave it out: the class decides."), MaxLength(60)]
    public string? Format { get; init; }

    [Description("Minutes, where she wants another time than the real paper has."), Range(20, 240)]
    public int? DurationMinutes { get; init; }

    [Description("The language of the paper, where it is not the language the class is taught in.")]
    public Language? Language { get; init; }
}
