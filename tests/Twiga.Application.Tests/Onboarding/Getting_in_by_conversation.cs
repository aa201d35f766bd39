using Twiga.Domain.Teachers;

namespace Twiga.Application.Tests.Onboarding;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class Getting_in_by_conversation
{
    private readonly Newcomer _neema = new();

    [Test]
    public async Task Welcomes_asks_for_her_name_and_keeps_her_question()
    {
        await _neema.WritesAsync("Nieleze usanisinuru kwa lugha rahisi");

        Assert.That(_neema.Reply, Does.StartWith("Karibu Twiga").And.Contain("Swali lako").And.EndsWith("unaitwa nani?"));
        Assert.That(_neema.Last.Held, Has.Count.EqualTo(1));
        Assert.That(_neema.Last.Done, Is.Empty);
    }

    [TestCase("Mambo")]
    [TestCase("Habari za asubuhi mwalimu")]
    [TestCase("Hello, good morning")]
    [TestCase("Shikamoo 🙏")]
    [TestCase("start")]
    public async Task Keeps_no_greeting(string greeting)
    {
        await _neema.WritesAsync(greeting);

        Assert.That(_neema.Last.Held, Is.Empty);
        Assert.That(_neema.Reply, Does.Not.Contain("Swali lako"));
    }

    [Test]
    public async Task Leads_from_name_to_classes_to_active()
    {
        await _neema.WritesAsync("Mambo");
        await _neema.WritesAsync("naitwa neema mollel");
        Assert.That(_neema.Reply, Does.StartWith("Asante, Neema Mollel."));
        Assert.That(_neema.Teacher.State, Is.EqualTo(TeacherState.Onboarding));

        await _neema.WritesAsync("Nafundisha Geography form 2 na Kiswahili kidato cha pili");

        Assert.That(_neema.Last.IsActiveNow);
        Assert.That(_neema.Teacher.State, Is.EqualTo(TeacherState.Active));
        Assert.That(_neema.Classes, Is.EquivalentTo(["geography os2", "kiswahili os2"]));
        Assert.That(_neema.Reply, Does.Contain("Jina: Neema Mollel").And.Contain("• Jiografia: Kidato cha 2"));
    }

    [Test]
    public async Task Takes_name_and_classes_that_come_at_once()
    {
        await _neema.WritesAsync("Naitwa Juma, nafundisha geography form 3");

        Assert.That(_neema.Teacher.Name, Is.EqualTo("Juma"));
        Assert.That(_neema.Classes, Is.EqualTo(["geography os3"]));
        Assert.That(_neema.Last.IsActiveNow);
        Assert.That(_neema.Reply, Does.StartWith("Karibu Twiga").And.Contain("Nimehifadhi"));
    }

    [Test]
    public async Task Hears_two_answers_that_come_before_it_could_ask_again()
    {
        await _neema.WritesAsync("Mambo");

        await _neema.WritesAsync("Neema", "geography form 2");

        Assert.That(_neema.Last.IsActiveNow);
        Assert.That(_neema.Last.Messages, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Keeps_every_message_that_came_before_the_first_question_was_asked()
    {
        await _neema.WritesAsync("What is osmosis?", "Explain diffusion");

        Assert.That(_neema.Last.Held, Has.Count.EqualTo(2));
        Assert.That(_neema.Teacher.Name, Is.Null);
    }

    [TestCase("Explain photosynthesis for form 2")]
    [TestCase("nipe maswali kumi ya hisabati")]
    [TestCase("12345")]
    [TestCase("what is your name?")]
    public async Task Takes_no_question_for_a_name(string words)
    {
        await _neema.WritesAsync("Mambo");

        await _neema.WritesAsync(words);

        Assert.That(_neema.Teacher.Name, Is.Null);
        Assert.That(_neema.Reply, Does.Contain("jina lako tu"));
    }

    [TestCase("Mwl. Neema Mollel", "Mwl. Neema Mollel")]
    [TestCase("my name is John Mushi and I teach biology", "John Mushi")]
    [TestCase("Mimi ni Asha, mwalimu wa hisabati", "Asha")]
    [TestCase("JUMA HASSAN", "Juma Hassan")]
    [TestCase("Jina langu ni Ng'wanza Petro.", "Ng'wanza Petro")]
    public async Task Finds_her_name_in_what_she_answers(string words, string name)
    {
        await _neema.WritesAsync("Mambo");

        await _neema.WritesAsync(words);

        Assert.That(_neema.Teacher.Name, Is.EqualTo(name));
    }

    [Test]
    public async Task Asks_again_what_was_not_understood_and_says_what_was()
    {
        await AskedForClassesAsync();

        await _neema.WritesAsync("geography form 2, zumba form 3");

        Assert.That(_neema.Classes, Is.EqualTo(["geography os2"]));
        Assert.That(_neema.Reply, Does.Contain("zumba").And.Contain("• Jiografia: Kidato cha 2"));
        Assert.That(_neema.Ids, Does.Contain("done"));
        Assert.That(_neema.Last.IsActiveNow, Is.False);

        await _neema.TapsAsync("done");
        Assert.That(_neema.Last.IsActiveNow);
    }

    [Test]
    public async Task Asks_for_the_form_that_lacks_and_takes_a_number_for_it()
    {
        await AskedForClassesAsync();
        await _neema.WritesAsync("nafundisha geography");
        Assert.That(_neema.Reply, Does.Contain("Unafundisha Jiografia katika vidato au madarasa yapi?"));
        Assert.That(_neema.Ids, Has.Count.EqualTo(4));

        await _neema.WritesAsync("2 na 3");

        Assert.That(_neema.Classes, Is.EquivalentTo(["geography os2", "geography os3"]));
        Assert.That(_neema.Last.IsActiveNow);
    }

    [Test]
    public async Task Says_where_a_subject_is_not_taught()
    {
        await AskedForClassesAsync();

        await _neema.WritesAsync("geography darasa la 3");

        Assert.That(_neema.Reply, Does.Contain("“geography” halifundishwi Darasa la 3"));
        Assert.That(_neema.Last.IsActiveNow, Is.False);
    }

    [Test]
    public async Task Leads_through_menus_to_the_same()
    {
        await AskedForClassesAsync();
        Assert.That(_neema.Ids, Is.EqualTo(["stage:p", "stage:os", "stage:as"]));

        await _neema.TapsAsync("stage:os");
        Assert.That(_neema.Ids, Has.Count.EqualTo(10).And.Contain("subject:os:geography").And.Contain("subjects:os:1"));
        await _neema.TapsAsync("subjects:os:1");
        Assert.That(_neema.Ids, Has.All.StartsWith("subject:os:trade_"));
        await _neema.TapsAsync("subject:os:geography");
        Assert.That(_neema.Ids, Has.Count.EqualTo(5).And.Contain("classes:os:geography"));
        await _neema.TapsAsync($"class:{Newcomer.Class("geography", "os3")}");
        Assert.That(_neema.Reply, Does.Contain("Kidato cha 3"));
        Assert.That(_neema.Last.IsActiveNow, Is.False);
        await _neema.TapsAsync("classes:os:geography");
        await _neema.TapsAsync("done");

        Assert.That(_neema.Last.IsActiveNow);
        Assert.That(_neema.Classes.Count(), Is.EqualTo(4));
    }

    [TestCase("class:999999")]
    [TestCase("class:x")]
    [TestCase("subjects:os:77")]
    [TestCase("subject:p:geography")]
    [TestCase("stage:zz")]
    [TestCase("done")]
    [TestCase("")]
    [TestCase("old:button:1")]
    public async Task Asks_again_where_a_button_is_old_or_unknown(string id)
    {
        await AskedForClassesAsync();

        await _neema.TapsAsync(id);

        Assert.That(_neema.Reply, Does.StartWith("Hapo sijaona somo na darasa"));
        Assert.That(_neema.Last.IsActiveNow, Is.False);
    }

    [Test]
    public async Task Goes_on_in_the_language_she_chooses()
    {
        await _neema.WritesAsync("Mambo");

        await _neema.WritesAsync("language");
        await _neema.TapsAsync("language:en");

        Assert.That(_neema.Reply, Is.EqualTo("First: what is your name?"));
        Assert.That(_neema.Teacher.LanguageIsChosen);
    }

    [Test]
    public async Task Says_nothing_more_to_a_storm_of_stickers()
    {
        await _neema.WritesAsync("Mambo");

        await _neema.HearAsync((null, null), (null, null), (null, null));

        Assert.That(_neema.Last.Messages, Is.Empty);
        Assert.That(_neema.Last.Done, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task Keeps_a_question_asked_in_the_place_of_classes()
    {
        await AskedForClassesAsync();

        await _neema.WritesAsync("Explain how the greenhouse effect warms planets");

        Assert.That(_neema.Last.Held, Has.Count.EqualTo(1));
        Assert.That(_neema.Reply, Does.StartWith("Hapo sijaona"));
    }

    private async Task AskedForClassesAsync()
    {
        await _neema.WritesAsync("Mambo");
        await _neema.WritesAsync("Neema");
    }
}
