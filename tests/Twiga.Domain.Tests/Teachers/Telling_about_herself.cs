using Twiga.Domain.Curriculum;
using Twiga.Domain.Teachers;

namespace Twiga.Domain.Tests.Teachers;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class Telling_about_herself
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private readonly Teacher _teacher = Teacher.Newcomer(Language.Swahili, false, DateTimeOffset.UnixEpoch);

    [Test]
    public void A_name_is_kept_tidy()
    {
        _teacher.Rename("  Neema \n  Mollel ");

        Assert.That(_teacher.Name, Is.EqualTo("Neema Mollel"));
    }

    [TestCase("")]
    [TestCase(" \t ")]
    [TestCase("12345")]
    [TestCase("👍")]
    public void A_name_without_letters_is_refused(string name) =>
        Assert.That(() => _teacher.Rename(name), Throws.TypeOf<DomainException>());

    [Test]
    public void A_name_too_long_is_refused_and_the_old_one_stays()
    {
        _teacher.Rename("Neema");

        Assert.That(() => _teacher.Rename(new string('a', 101)), Throws.TypeOf<DomainException>());
        Assert.That(_teacher.Name, Is.EqualTo("Neema"));
    }

    [TestCase(2008, 11, 22, true)]
    [TestCase(2008, 11, 23, false)]
    [TestCase(1900, 1, 1, true)]
    [TestCase(1899, 12, 31, false)]
    [TestCase(2031, 1, 1, false)]
    public void A_birthday_is_that_of_an_adult(int year, int month, int day, bool taken)
    {
        var born = new DateOnly(year, month, day);

        Assert.That(
            () => _teacher.WasBornOn(born, Today), taken ? Throws.Nothing : Throws.TypeOf<DomainException>());
        Assert.That(_teacher.Birthday, Is.EqualTo(taken ? born : null));
    }

    [Test]
    public void There_are_thirty_one_regions_with_names_in_both_languages()
    {
        Assert.That(Region.All, Has.Count.EqualTo(31));
        Assert.That(Region.All.Select(r => r.Key), Is.Unique);
        Assert.That(Region.Parse("dar_es_salaam").English, Is.EqualTo("Dar es Salaam"));
        Assert.That(Region.Parse("unguja_urban_west").Name(Language.Swahili), Is.EqualTo("Mjini Magharibi"));
        Assert.That(() => Region.Parse("Nairobi"), Throws.TypeOf<DomainException>());
    }

    [Test]
    public void More_than_thirty_classes_are_refused_and_the_old_ones_stay()
    {
        _teacher.Teach([new SchoolClassId(1)]);

        Assert.That(
            () => _teacher.Teach(Enumerable.Range(1, 31).Select(n => new SchoolClassId(n))),
            Throws.TypeOf<DomainException>());
        Assert.That(_teacher.Classes, Has.Count.EqualTo(1));
    }
}
