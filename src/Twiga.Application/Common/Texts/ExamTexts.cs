using Twiga.Domain.Teachers;

namespace Twiga.Application.Common;

/// <summary>What the program says about exam papers, and the names of their files.</summary>
internal sealed class ExamTexts(Language language) : FixedTexts(language)
{
    public string Ready(string schoolClass) => Text([schoolClass]);

    public string WordInstead => Text();

    public string Doubt(int question, string why) => Text([question, why]);

    public string NotCompleted(string schoolClass, string questions) => Text([schoolClass, questions]);

    public string Apology(string schoolClass) => Text([schoolClass]);

    public string FileOfPaper => Text();

    public string FileOfScheme => Text();

    public string Version(int number) => Text([number]);

    public string AsWord => Text();

    public string OtherVersion => Text();

    public string ReplaceQuestion => Text();
}
