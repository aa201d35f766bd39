using Twiga.Application.Onboarding;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Tests.Onboarding;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class Changing_settings
{
    private readonly Newcomer _neema = new(Teacher.Active(
        "Neema", Language.Swahili, [Newcomer.Class("geography", "os2")], DateTimeOffset.UnixEpoch));

    [TestCase("settings")]
    [TestCase("Mipangilio")]
    [TestCase("/SETTINGS")]
    [TestCase(" mipangilio. ")]
    public async Task Shows_the_menu_at_a_word_alone(string word)
    {
        await _neema.WritesAsync(word);

        Assert.That(_neema.Ids, Is.EqualTo(["settings:profile", "settings:classes", "settings:language"]));
        Assert.That(_neema.Reply, Does.Contain("Jina: Neema").And.Contain("• Jiografia: Kidato cha 2"));
    }

    [TestCase("help", "Ninachoweza kufanya")]
    [TestCase("Msaada", "Ninachoweza kufanya")]
    [TestCase("new", "Tunaanza upya")]
    [TestCase("mpya", "Tunaanza upya")]
    [TestCase("stop", "Sitatuma vikumbusho")]
    [TestCase("ACHA", "Sitatuma vikumbusho")]
    [TestCase("start", "Nitakukumbusha")]
    [TestCase("anza", "Nitakukumbusha")]
    [TestCase("lugha", "Tuzungumze")]
    [TestCase("help me please", "Ninachoweza kufanya")]
    [TestCase("Msaada, tafadhali.", "Ninachoweza kufanya")]
    [TestCase("\u200bmsaada?", "Ninachoweza kufanya")]
    [TestCase("\u202eSTOP\u202c!!", "Sitatuma vikumbusho")]
    [TestCase("acha vikumbusho", "Sitatuma vikumbusho")]
    public async Task Does_what_a_word_says(string word, string reply)
    {
        await _neema.WritesAsync(word);

        Assert.That(_neema.Reply, Does.Contain(reply));
        Assert.That(_neema.Last.Done, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_new_talk_begins_now_and_reminders_end_and_begin()
    {
        await _neema.WritesAsync("mpya", "acha");
        Assert.That(_neema.Teacher.TalkBeganAt, Is.EqualTo(_neema.Clock.GetUtcNow()));
        Assert.That(_neema.Teacher.RemindersAreOff);

        await _neema.WritesAsync("anza");
        Assert.That(_neema.Teacher.RemindersAreOff, Is.False);
    }

    [TestCase("settings of the map projection")]
    [TestCase("nipe maswali mapya")]
    [TestCase("stop motion ni nini?")]
    [TestCase("tafadhali")]
    [TestCase("help me with tides")]
    [TestCase("geography form 3")]
    public void Leaves_everything_else_to_the_talk(string words) => Assert.That(
        FollowWords.Concerns(_neema.Teacher, [new Heard(default, words, null, default)]), Is.False);

    [TestCase("say:more", false)]
    [TestCase("settings:classes", true)]
    [TestCase("who:knows", true)]
    public void Buttons_are_routed_by_their_id(string id, bool concerns) => Assert.That(
        FollowWords.Concerns(_neema.Teacher, [new Heard(default, "Another", id, default)]), Is.EqualTo(concerns));

    [Test]
    public async Task Language_is_set_by_its_button_and_stays()
    {
        await _neema.TapsAsync("language:en");
        _neema.Teacher.Speaks(Language.Swahili);

        Assert.That(_neema.Reply, Does.StartWith("From now on I speak English"));
        Assert.That(_neema.Teacher.Language, Is.EqualTo(Language.English));
    }

    [Test]
    public async Task A_new_name_changes_the_name_only()
    {
        await _neema.TapsAsync("settings:profile");
        await _neema.WritesAsync("Neema Mollel");

        Assert.That(_neema.Reply, Is.EqualTo("Nimehifadhi: jina lako ni *Neema Mollel*."));
        Assert.That(_neema.Classes, Is.EqualTo(["geography os2"]));
        Assert.That(_neema.Teacher.Asked, Is.EqualTo(Awaited.Nothing));
    }

    [Test]
    public async Task Typed_classes_are_added_and_none_vanishes()
    {
        await _neema.TapsAsync("settings:classes");
        await _neema.WritesAsync("biology form 3");

        Assert.That(_neema.Classes, Is.EquivalentTo(["geography os2", "biology os3"]));
        Assert.That(_neema.Reply, Does.StartWith("Nimehifadhi. Madarasa yako:"));
    }

    [Test]
    public async Task A_question_after_the_menu_is_a_question()
    {
        await _neema.TapsAsync("settings:classes");
        await _neema.WritesAsync("Explain photosynthesis in plants for my biology form 3 learners");

        Assert.That(_neema.Last.Done, Is.Empty);
        Assert.That(_neema.Classes, Is.EqualTo(["geography os2"]));
        Assert.That(_neema.Teacher.Asked, Is.EqualTo(Awaited.Nothing));
    }

    [Test]
    public async Task A_class_is_taken_away_but_never_the_last_one()
    {
        await _neema.TapsAsync("settings:classes");
        await _neema.WritesAsync("biology form 3");
        await _neema.TapsAsync("remove");
        Assert.That(_neema.Ids, Has.Count.EqualTo(2));

        await _neema.TapsAsync($"drop:{Newcomer.Class("geography", "os2")}");
        Assert.That(_neema.Classes, Is.EqualTo(["biology os3"]));
        await _neema.TapsAsync($"drop:{Newcomer.Class("biology", "os3")}");

        Assert.That(_neema.Classes, Is.EqualTo(["biology os3"]));
        Assert.That(_neema.Reply, Does.StartWith("Lazima libaki darasa moja"));
    }

    [TestCase("class:424242")]
    [TestCase("language:fr")]
    [TestCase("who:knows")]
    [TestCase("")]
    public async Task An_unknown_button_gets_the_menu_again(string id)
    {
        await _neema.TapsAsync(id);

        Assert.That(_neema.Reply, Does.StartWith("Kitufe hicho hakitumiki"));
        Assert.That(_neema.Ids, Does.Contain("settings:classes"));
    }

    [Test]
    public async Task Of_several_messages_only_those_that_act_are_done()
    {
        await _neema.WritesAsync("msaada", "What is osmosis?");

        Assert.That(_neema.Last.Done, Has.Count.EqualTo(1));
        Assert.That(_neema.Last.Messages, Has.Count.EqualTo(1));
    }
}
