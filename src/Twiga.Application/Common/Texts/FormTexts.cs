using Twiga.Domain.Teachers;

namespace Twiga.Application.Common;

/// <summary>What stands on the forms that she fills in on her phone.</summary>
internal sealed class FormTexts(Language language) : FixedTexts(language)
{
    public string ProfileHeading => Text();

    public string Name => Text();

    public string Region => Text();

    public string School => Text();

    public string Birthday => Text();

    public string BirthdayHint => Text();

    public string Save => Text();

    public string Next => Text();

    public string SubjectsHeading => Text();

    public string ClassesHeading => Text();

    public string Primary => Text();

    public string OrdinaryLevel => Text();

    public string AdvancedLevel => Text();

    public string NameRefused => Text();

    public string RegionRefused => Text();

    public string SchoolRefused => Text();

    public string BirthdayRefused => Text();

    public string NoSubjects => Text();

    public string TooManySubjects(int most) => Text([most]);

    public string NoClasses(string subject) => Text([subject]);

    public string TooManyClasses(int most) => Text([most]);

    public string Over => Text();

    public string Closed => Text();
}
