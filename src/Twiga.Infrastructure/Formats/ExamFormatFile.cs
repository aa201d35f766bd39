using Twiga.Application.Exams;
using Twiga.Domain.Exams;
using Twiga.Domain.Teachers;

namespace Twiga.Infrastructure.Formats;

/// <summary>Reads an examination's format (docs/exam-formats.md); every fault is a sentence with file and line.</summary>
internal static class ExamFormatFile
{
    private const int MostTimes = 50;

    /// <returns>The format, or null where there are faults.</returns>
    public static ExamFormat? Read(string file, string yaml, List<string> faults)
    {
        var before = faults.Count;
        if (YamlPlace.Root(file, yaml, faults) is not { } root)
            return null;

        root.Knows(
            "key", "name", "grades", "subjects", "minutes", "marks", "options", "answersOnPaper", "sections", "instructions");
        var sections = root.Places("sections");
        var questions = sections.Select(s => s.Places("questions")).ToList();
        var isFor = root.For();
        var format = new ExamFormat
        {
            Key = root.Key(),
            Name = root.Needed("name"),
            Grades = isFor.Grades,
            Subjects = isFor.Subjects,
            Minutes = root.Number("minutes"),
            Marks = root.Decimal("marks"),
            OptionLetters = root.Number("options", 4),
            AnswersOnPaper = root.Yes("answersOnPaper"),
            Sections = [.. sections.Select((section, at) => Section(section, questions[at]))],
            Instructions = Instructions(root),
        };
        if (faults.Count > before)
            return null;

        foreach (var fault in FormatFaults.In(format))
            Place(root, sections, questions, fault).Fault(fault.Sentence);
        foreach (var line in format.Instructions.SelectMany(i => i.Value).Where(l => PaperWords.UnknownIn(l) is not null))
            root.Fault($"{{{PaperWords.UnknownIn(line)}}} in an instruction is not known; there are {PaperWords.Known}");
        return faults.Count > before ? null : format;
    }

    private static FormatSection Section(YamlPlace section, IReadOnlyList<YamlPlace> questions)
    {
        section.Knows("letter", "answer", "compulsory", "questions");
        return new FormatSection
        {
            Letter = section.Text("letter"),
            Answer = section.Text("answer") is null ? null : section.Number("answer"),
            Compulsory = section.Number("compulsory", 0),
            Questions = [.. questions.SelectMany(q => Enumerable.Repeat(Question(q), Times(q)))],
        };
    }

    private static int Times(YamlPlace question) => Math.Min(question.Number("times", 1), MostTimes);

    private static FormatQuestion Question(YamlPlace question)
    {
        question.Knows("kind", "marks", "items", "listB", "times");
        return new FormatQuestion
        {
            Kind = question.Choice<QuestionKind>("kind"),
            Marks = question.Decimal("marks"),
            Items = question.Number("items", 1),
            ListB = question.Number("listB", 0),
        };
    }

    private static Dictionary<Language, IReadOnlyList<string>> Instructions(YamlPlace root)
    {
        var instructions = new Dictionary<Language, IReadOnlyList<string>>();
        if (root.Place("instructions") is not { } place)
            return instructions;

        place.Knows("en", "sw");
        foreach (var (name, language) in new[] { ("en", Language.English), ("sw", Language.Swahili) })
        {
            if (place.Texts(name) is { Count: > 0 } lines)
                instructions[language] = lines;
        }

        return instructions;
    }

    // a line that stands for several questions is at fault for each of them
    private static YamlPlace Place(
        YamlPlace root, IReadOnlyList<YamlPlace> sections, List<IReadOnlyList<YamlPlace>> questions, FormatFault fault)
    {
        if (fault.Section is not { } section)
            return root;
        if (fault.Question is not { } question)
            return sections[section];

        var lines = questions[section].SelectMany(q => Enumerable.Repeat(q, Times(q))).ToList();
        return lines[question];
    }
}
