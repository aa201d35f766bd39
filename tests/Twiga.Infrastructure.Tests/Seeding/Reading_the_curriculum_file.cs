using Twiga.Domain.Curriculum;
using Twiga.Domain.Teachers;
using Twiga.Infrastructure.Persistence.Seeding;

namespace Twiga.Infrastructure.Tests.Seeding;

public sealed class Reading_the_curriculum_file
{
    private static readonly CurriculumFile File = CurriculumFile.Load();

    [Test]
    public void Has_every_grade_in_at_least_one_class() =>
        Assert.That(File.Classes.Select(c => c.GradeCode).Distinct(), Is.EquivalentTo(GradeLevel.All.Select(g => g.Code)));

    [TestCase("geography", "os2", "Geography Form 2", "Jiografia Kidato cha 2", Language.English, "013", "2023")]
    [TestCase("sayansi", "p5", "Science Standard 5", "Sayansi Darasa la 5", Language.Swahili, null, "2023")]
    [TestCase("kiswahili", "os1", "Kiswahili Form 1", "Kiswahili Kidato cha 1", Language.Swahili, "021", "2023")]
    [TestCase("biology", "os3", "Biology Form 3", "Biolojia Kidato cha 3", Language.English, "033", "older")]
    [TestCase("civics", "os1", "Civics Form 1", "Uraia Kidato cha 1", Language.English, "011", "older")]
    [TestCase("geography", "as2", "Geography Form 6", "Jiografia Kidato cha 6", Language.English, "113", "older")]
    public void Names_a_class_in_both_languages_with_its_code_medium_and_syllabus(
        string subject, string grade, string english, string swahili, Language medium, string? code, string syllabus)
    {
        var found = File.Classes.Single(c => c.SubjectKey == subject && c.GradeCode == grade);
        Assert.That(
            (found.English, found.Swahili, found.Medium, found.Code, found.Syllabus),
            Is.EqualTo((english, swahili, medium, code, syllabus)));
    }

    [Test]
    public void Gives_every_class_a_name_of_its_own_in_english() =>
        Assert.That(File.Classes.Select(c => c.English), Is.Unique);

    [TestCase("bios", "biology")]
    [TestCase("geo", "geography")]
    [TestCase("b/k", "book_keeping")]
    [TestCase("hesabu", "mathematics")]
    [TestCase("uraia", "civics")]
    public void Knows_how_teachers_shorten_a_subject(string word, string subject) =>
        Assert.That(File.Words.SubjectKeys[word], Does.Contain(subject));

    [TestCase("kidato cha", "os", "pili", 2)]
    [TestCase("f", "os", "ii", 2)]
    [TestCase("drs la", "p", "5", 5)]
    [TestCase("std", "p", "tano", 5)]
    public void Knows_how_teachers_shorten_a_year_of_school(string stage, string prefix, string year, int number)
    {
        Assert.That(File.Words.StagePrefixes[stage], Does.Contain(prefix));
        Assert.That(File.Words.Years[year], Is.EqualTo(number));
    }

    [Test]
    public void Names_everything_that_is_wrong_at_once()
    {
        const string Yaml =
            """
            syllabus: { older: [p1, p2, p3, p4, p5, p6, p7, os1, os2, os3, os4, as1] }
            subjects:
              - key: Botany
                english: Botany
                medium: fr
                classes: [{ grades: [os9], code: "1" }]
              - key: zoology
                english: Zoology
                swahili: Zuolojia
                medium: en
            """;
        var fault = Assert.Throws<InvalidDataException>(() => CurriculumFile.Parse(Yaml));
        Assert.That(fault.Message.Split(Environment.NewLine), Is.EqualTo(new[]
        {
            "curriculum.yaml: grade 'as2' must stand under exactly one syllabus",
            "curriculum.yaml: subject 'Botany' needs a key of small letters and underscores",
            "curriculum.yaml: subject 'Botany' needs an English and a Swahili name",
            "curriculum.yaml: subject 'Botany' has the medium 'fr'; it is en or sw",
            "curriculum.yaml: subject 'Botany' has the unknown grade 'os9'",
            "curriculum.yaml: subject 'Botany' has the code '1'; a code has three digits",
            "curriculum.yaml: subject 'zoology' has no classes",
        }));
    }

    [Test]
    public void Names_the_line_of_a_broken_file()
    {
        var fault = Assert.Throws<InvalidDataException>(() => CurriculumFile.Parse("subjects:\n  - key: a\n    colour: red\n"));
        Assert.That(fault.Message, Does.StartWith("curriculum.yaml, line 3:").And.Contain("colour"));
    }
}
