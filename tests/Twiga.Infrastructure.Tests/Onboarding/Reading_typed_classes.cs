using Twiga.Application.Onboarding;
using Twiga.Infrastructure.Persistence;
using Twiga.Infrastructure.Persistence.Seeding;

namespace Twiga.Infrastructure.Tests.Onboarding;

internal sealed class Reading_typed_classes
{
    private static readonly Catalogue Catalogue =
        new(CurriculumFile.Load().Subjects, CurriculumFile.Load().Classes, Catalogues.Words);

    private static readonly string[] Lines = File.ReadAllLines(
        Path.Combine(TestContext.CurrentContext.TestDirectory, "Onboarding", "typed-classes.txt"));

    private static readonly IReadOnlyList<TestCaseData> Examples = [.. Lines
        .Where(l => l.Contains("=>", StringComparison.Ordinal) && !l.StartsWith('#'))
        .Select(l => l.Split("=>", StringSplitOptions.TrimEntries))
        .Select(p => new TestCaseData(p[0], p[1]).SetArgDisplayNames(p[0]))];

    [TestCaseSource(nameof(Examples))]
    public void Finds_what_she_means(string typed, string meant)
    {
        var expected = meant.Split("; ", StringSplitOptions.RemoveEmptyEntries).SelectMany(Each);

        Assert.That(Found(ClassReader.Read(typed, Catalogue)), Is.EquivalentTo(expected));
    }

    [Test]
    public void Is_tried_on_many_examples() => Assert.That(Examples, Has.Count.AtLeast(150));

    [TestCase("2 na 3", "biology os2,os3")]
    [TestCase("form 2", "biology os2")]
    [TestCase("kidato cha kwanza mpaka cha tatu", "biology os1,os2,os3")]
    [TestCase("F4", "biology os4")]
    [TestCase("ya tatu", "")]
    [TestCase("chem f2", "chemistry os2")]
    public void Takes_a_year_alone_for_that_of_the_subject_she_was_asked_about(string typed, string meant)
    {
        var read = ClassReader.Read(typed, Catalogue, ["biology"]);

        Assert.That(
            Found(read).Where(f => !f.StartsWith('?')), Is.EquivalentTo(meant.Length == 0 ? [] : Each(meant)));
    }

    [Test]
    public void Never_throws_whatever_she_types()
    {
        var random = new Random(7);
        var pieces = Lines.SelectMany(l => l.Split(' ')).Append("\n").Append("-").Append("🙏").Append("&").ToArray();
        for (var round = 0; round < 3000; round++)
        {
            var text = string.Join(random.Next(2) == 0 ? " " : "", Enumerable.Range(0, random.Next(12))
                .Select(_ => pieces[random.Next(pieces.Length)]));
            Assert.That(ClassReader.Read(text, Catalogue).Classes, Has.All.Not.Null);
        }
    }

    private static IEnumerable<string> Found(ReadClasses read) =>
    [
        .. read.Classes.Select(c => $"{c.SubjectKey} {c.GradeCode}"),
        .. read.Choices.Select(c => $"~{c.SubjectKey} {c.GradeCode}"),
        .. read.WithoutYear.Select(s => $"?{s}"),
        .. read.WithoutSubject.Select(g => $"@{g.Code}"),
        .. read.NotOffered.Select(n => $"-{n.Subject} {n.Grade.Code}"),
        .. read.NotUnderstood.Select(w => $"!{w}"),
    ];

    private static IEnumerable<string> Each(string meant)
    {
        var subject = meant.Split(' ')[0];
        return meant.StartsWith('!') || !meant.Contains(' ', StringComparison.Ordinal)
            ? [meant]
            : meant.Split(' ')[1].Split(',').Select(grade => $"{subject} {grade}");
    }
}
