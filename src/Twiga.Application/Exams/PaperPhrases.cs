using Twiga.Application.Common;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Exams;

/// <summary>Numbers, marks and lists as they stand among a paper's words.</summary>
internal static class PaperPhrases
{
    public static string Questions(this PaperTexts texts, int number) => NumberWords.Questions(number, texts.Language);

    public static string Marks(this PaperTexts texts, decimal marks) => NumberWords.Marks(marks, texts.Language);

    public static string AllOf(this PaperTexts texts, int sections, string names) =>
        sections == 1 ? texts.AllOfOneSection(names) : texts.AllOfSections(names);

    /// <summary>"A, B and C".</summary>
    public static string And(this PaperTexts texts, IEnumerable<string> things)
    {
        var all = things.ToList();
        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all.SkipLast(1))} {texts.LastOfList} {all[^1]}";
    }

    /// <summary>"(02 marks)", "(1½ marks)", "(alama 2)".</summary>
    public static string InBrackets(this PaperTexts texts, decimal marks)
    {
        var twoDigits = texts.Language == Language.English && marks % 1 == 0 && marks < 10;
        return marks == 1 ? texts.OneMark : texts.SomeMarks((twoDigits ? "0" : "") + MarkSigns.Of(marks));
    }

    /// <summary>"Time: 2:30 Hours".</summary>
    public static string Duration(this PaperTexts texts, int minutes) => texts.Time(
        minutes < 60 ? texts.OfMinutes(minutes)
        : minutes == 60 ? texts.OneHour
        : texts.Hours(minutes % 60 == 0 ? $"{minutes / 60}" : $"{minutes / 60}:{minutes % 60:00}"));
}
