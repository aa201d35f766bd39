using Twiga.Domain.Teachers;

namespace Twiga.Application.Common;

/// <summary>What the program says about lesson plans and schemes of work, and what it prints on them itself.</summary>
internal sealed class LessonTexts(Language language) : FixedTexts(language)
{
    public string WordInstead => Text();

    public string FileOfPlan => Text();

    public string FileOfScheme => Text();

    public string PlanAsWord => Text();

    public string SchemeAsWord => Text();

    /// <summary>The names of the months, with spaces between.</summary>
    public string Months => Text();

    public string PlanReady(string schoolClass) => Text([schoolClass]);

    public string SchemeReady(string schoolClass) => Text([schoolClass]);

    public string PlanNotCompleted(string schoolClass) => Text([schoolClass]);

    public string SchemeNotCompleted(string schoolClass) => Text([schoolClass]);

    public string PlanApology(string schoolClass) => Text([schoolClass]);

    public string SchemeApology(string schoolClass) => Text([schoolClass]);

    public string TermName(int term) => Text([term]);

    public string Page(int page) => Text([page]);

    public string Pages(int from, int to) => Text([from, to]);

    public string Minutes(int minutes) => Text([minutes]);

    public string ShortMinutes(int minutes) => Text([minutes]);
}
