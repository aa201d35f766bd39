using Twiga.Domain.Teachers;

namespace Twiga.Application.Common;

/// <summary>What stands on papers and marking schemes, in the paper's language.</summary>
internal sealed class PaperTexts(Language language) : FixedTexts(language)
{
    public string Country => Text();

    public string Office => Text();

    public string CouncilToFill => Text();

    public string SchoolToFill => Text();

    public string Examination(string grade) => Text([grade]);

    public string Candidate => Text();

    public string Time(string hours) => Text([hours]);

    public string Hours(string hours) => Text([hours]);

    public string OneHour => Text();

    public string OfMinutes(int minutes) => Text([minutes]);

    public string Year(int year) => Text([year]);

    public string Instructions => Text();

    public string PaperOfSections(string sections, string questions) => Text([sections, questions]);

    public string PaperOfQuestions(string questions) => Text([questions]);

    public string AnswerAll => Text();

    public string AnswerSome(string questions) => Text([questions]);

    public string AnswerSomeWithCompulsory(string questions, string compulsory) => Text([questions, compulsory]);

    public string Answer(string parts) => Text([parts]);

    public string AllOfOneSection(string section) => Text([section]);

    public string AllOfSections(string sections) => Text([sections]);

    public string SomeOf(string questions, string section) => Text([questions, section]);

    public string MarksOfSection(string section, string marks) => Text([section, marks]);

    public string MarksInAll(string marks) => Text([marks]);

    public string LastOfList => Text();

    public string Section(string section, string marks) => Text([section, marks]);

    public string SectionOfAll => Text();

    public string SectionWithChoice(string questions) => Text([questions]);

    public string SectionWithCompulsory(string questions, string compulsory) => Text([questions, compulsory]);

    public string ChooseInBooklet(string first, string last) => Text([first, last]);

    public string ChooseOnPaper(string first, string last) => Text([first, last]);

    public string MatchInBooklet => Text();

    public string MatchOnPaper => Text();

    public string ListA => Text();

    public string ListB => Text();

    public string TrueOrFalse => Text();

    public string True => Text();

    public string False => Text();

    public string FillGaps => Text();

    public string AnswerBriefly => Text();

    public string ReadText => Text();

    public string OneMark => Text();

    public string SomeMarks(string marks) => Text([marks]);

    public string MarkingScheme => Text();

    public string Item => Text();

    public string AnswerColumn => Text();

    public string Introduction => Text();

    public string Conclusion => Text();

    public string OtherAnswers => Text();

    public string ForTeachers => Text();

    public string Total => Text();

    public string TotalMarks(string marks) => Text([marks]);

    public string Specifications => Text();

    public string Topic => Text();

    public string Weight => Text();

    public string QuestionsColumn => Text();

    public string MarksColumn => Text();

    public string Remember => Text();

    public string Understand => Text();

    public string Apply => Text();

    public string Analyse => Text();

    public string MarksSet(string set, string reached) => Text([set, reached]);

    internal Language Language { get; } = language;
}
