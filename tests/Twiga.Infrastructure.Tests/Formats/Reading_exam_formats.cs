using Twiga.Application.Common;
using Twiga.Application.Exams;
using Twiga.Domain.Exams;
using Twiga.Domain.Teachers;
using Twiga.Infrastructure.Formats;

namespace Twiga.Infrastructure.Tests.Formats;

internal sealed class Reading_exam_formats
{
    private const string School =
        """
        key: school-test
        name: Monthly test
        grades: [os1]
        minutes: 40
        marks: 20
        sections:
          - questions:
              - { kind: multiple_choice, items: 10, marks: 10 }
              - { kind: structured, marks: 10 }
        instructions:
          en: ["{answer}"]
        """;

    [Test]
    public void Twigas_own_have_no_faults_and_cover_every_grade()
    {
        var (formats, faults) = ExamFormats.Load(null);

        Assert.That(faults, Is.Empty);
        Assert.That(
            formats.Select(f => f.Key),
            Is.SupersetOf(new[] { "csee-arts", "csee-sciences", "csee-mathematics", "ftna", "ftna-mathematics", "psle", "sfna", "acsee-sciences" }));
        Assert.That(Domain.Curriculum.GradeLevel.All.Where(g => formats.All(f => f.Fits(g.Code, "any") == 0)), Is.Empty);
    }

    [TestCase("csee-arts", 180, 11, "16,54,30")]
    [TestCase("csee-mathematics", 180, 14, "60,40")]
    [TestCase("ftna", 150, 10, "15,70,15")]
    [TestCase("ftna-mathematics", 150, 10, "100")]
    [TestCase("psle", 90, 8, "20,30")]
    [TestCase("sfna-mathematics", 90, 6, "50")]
    [TestCase("acsee-sciences", 180, 10, "70,30")]
    [TestCase("acsee-geography", 180, 7, "40,60")]
    [TestCase("csee-kiswahili", 180, 12, "15,40,45")]
    public void Have_the_time_the_questions_and_the_marks_of_the_real_paper(string key, int minutes, int questions, string marks)
    {
        var format = ExamFormats.Load(null).Formats.Single(f => f.Key == key);

        Assert.That((format.Minutes, format.Questions), Is.EqualTo((minutes, questions)));
        Assert.That(string.Join(',', format.Sections.Select(s => s.Marks)), Is.EqualTo(marks));
    }

    [Test]
    public void A_school_adds_its_own_in_a_folder()
    {
        var folder = Directory.CreateTempSubdirectory("twiga-formats-").FullName;
        File.WriteAllText(Path.Combine(folder, "test.exam.yaml"), School);
        try
        {
            var (formats, faults) = ExamFormats.Load(folder);

            Assert.That(faults, Is.Empty);
            Assert.That(formats.Single(f => f.Key == "school-test").Sections[0].Questions[1].Kind, Is.EqualTo(QuestionKind.Structured));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [TestCase("marks: 20", "marks: 25", "line 1: marks is 25, but the sections come to 20")]
    [TestCase("minutes: 40", "minutes: soon", "line 4: minutes is 'soon'; it must be a number")]
    [TestCase("minutes: 40", "minutes: 99999999999", "line 4: minutes is '99999999999'; it must be a whole number from 0 to 10000")]
    [TestCase("items: 10, marks: 10", "items: 2.5, marks: 10", "line 8: items is '2.5'; it must be a whole number")]
    [TestCase("items: 10, marks: 10", "items: 10, marks: 10, times: -1", "line 8: times is '-1'; it must be a whole number")]
    [TestCase("kind: structured", "kind: riddle", "line 9: kind is 'riddle'; it is one of multiple_choice")]
    [TestCase("items: 10, marks: 10", "items: 7, marks: 10", "line 8: 10 marks cannot be shared by 7 items")]
    [TestCase("grades: [os1]", "grades: [os9]", "'os9' is no grade")]
    [TestCase("{answer}", "{everything}", "{everything} in an instruction is not known")]
    [TestCase("name: Monthly test", "nmae: Monthly test", "line 2: 'nmae' is not known here")]
    [TestCase("kind: multiple_choice, items: 10", "kind: matching, items: 10, listB: 10", "line 8: listB is 10; it is longer than the 10")]
    [TestCase("  - questions", "  - answer: 3\n    questions", "line 7: answer is 3 of 2 questions")]
    [TestCase("sections:", "sections: [", "line ")]
    public void A_fault_is_named_with_file_and_line(string right, string wrong, string sentence)
    {
        var faults = new List<string>();
        ExamFormatFile.Read("test.exam.yaml", School.Replace(right, wrong), faults);

        Assert.That(faults, Has.Some.StartsWith("test.exam.yaml, line ").And.Some.Contains(sentence));
    }

    [Test]
    public void A_section_names_its_compulsory_questions_by_their_numbers_in_the_paper()
    {
        var section = new FormatSection
        {
            Letter = "B",
            Answer = 3,
            Compulsory = 2,
            Questions = [.. Enumerable.Repeat(new FormatQuestion { Kind = QuestionKind.Essay, Marks = 10 }, 4)],
        };

        Assert.That(PaperWords.Rule(section, new PaperTexts(Language.English), before: 5), Does.Contain("6 and 7"));
    }

    [Test]
    public void Instructions_say_what_the_format_says()
    {
        var csee = ExamFormats.Load(null).Formats.Single(f => f.Key == "csee-arts");

        Assert.That(PaperWords.Instructions(csee, Language.English).Take(3), Is.EqualTo(new[]
        {
            "This paper consists of sections A, B and C with a total of eleven (11) questions.",
            "Answer all questions in sections A and B and two (2) questions from section C.",
            "Section A carries sixteen (16) marks, section B carries fifty-four (54) marks and section C carries thirty (30) marks.",
        }));
        Assert.That(PaperWords.Instructions(csee, Language.Swahili).Take(3), Is.EqualTo(new[]
        {
            "Karatasi hii ina sehemu A, B na C zenye jumla ya maswali kumi na moja (11).",
            "Jibu maswali yote ya sehemu A na B na maswali mawili (2) kutoka sehemu C.",
            "Sehemu A ina alama kumi na sita (16), sehemu B ina alama hamsini na nne (54) na sehemu C ina alama thelathini (30).",
        }));
    }
}
