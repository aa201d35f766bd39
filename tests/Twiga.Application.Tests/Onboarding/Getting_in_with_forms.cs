using NSubstitute;
using Twiga.Application.Onboarding;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Tests.Onboarding;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class Getting_in_with_forms
{
    private readonly Newcomer _neema = new();

    [SetUp]
    public void Publish()
    {
        _neema.Flows.AreSet.Returns(true);
        _neema.Flows.Invite(default, default).ReturnsForAnyArgs(c => new FlowInvitation($"{c.Arg<FlowForm>()}", "token"));
    }

    private FlowContent Form => (FlowContent)_neema.Last.Messages.Single();

    [Test]
    public async Task Welcomes_with_the_profile_form_and_keeps_her_question()
    {
        await _neema.WritesAsync("Nieleze usanisinuru");

        Assert.That(Form.FlowId, Is.EqualTo("Profile"));
        Assert.That(Form.Body, Does.StartWith("Karibu Twiga").And.Contain("Swali lako nimelihifadhi"));
        Assert.That(_neema.Last.Held, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Sends_the_open_form_again_whatever_she_writes_and_keeps_questions()
    {
        await _neema.WritesAsync("Mambo");
        await _neema.WritesAsync("Photosynthesis ni nini?");

        Assert.That(Form.FlowId, Is.EqualTo("Profile"));
        Assert.That(_neema.Last.Held, Has.Count.EqualTo(1));
        Assert.That(_neema.Teacher.Name, Is.Null);
    }

    [Test]
    public async Task Understands_her_all_the_same_where_she_says_it_in_words()
    {
        await _neema.WritesAsync("Mambo");
        await _neema.WritesAsync("Naitwa Neema Mollel");
        Assert.That(Form.FlowId, Is.EqualTo("Classes"));

        await _neema.WritesAsync("biology form 2");

        Assert.That(_neema.Last.IsActiveNow);
        Assert.That(_neema.Teacher.Name, Is.EqualTo("Neema Mollel"));
    }

    [Test]
    public async Task Says_nothing_to_the_receipt_of_a_form()
    {
        await _neema.WritesAsync("Mambo");
        await _neema.GetsReceiptAsync();

        Assert.That(_neema.Last.Messages, Is.Empty);
        Assert.That(_neema.Last.Done, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Settings_open_the_forms()
    {
        var active = new Newcomer(Teacher.Active("Neema", Language.English, [Newcomer.Class("geography", "os2")], default));
        active.Flows.AreSet.Returns(true);
        active.Flows.Invite(default, default).ReturnsForAnyArgs(c => new FlowInvitation($"{c.Arg<FlowForm>()}", "token"));

        await active.TapsAsync("settings:profile");
        Assert.That(((FlowContent)active.Last.Messages.Single()).FlowId, Is.EqualTo("Profile"));
        await active.TapsAsync("settings:classes");
        Assert.That(((FlowContent)active.Last.Messages.Single()).FlowId, Is.EqualTo("Classes"));
    }
}
