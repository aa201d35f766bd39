using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Twiga.Application.Onboarding;
using Twiga.Domain.Teachers;
using Twiga.Infrastructure.Persistence;
using Twiga.Infrastructure.WhatsApp;
using Tokens = Twiga.Infrastructure.WhatsApp.Flows;

namespace Twiga.Infrastructure.Tests.Flows;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class Flow_tokens
{
    private static readonly TeacherId Neema = new(4711);
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));

    [SetUp]
    public Task Empty() => Database.EmptyAsync();

    [Test]
    public async Task Say_whose_they_are_and_which_form_they_open()
    {
        var ticket = await ReadAsync(Token(FlowForm.Classes));

        Assert.That(ticket, Is.Not.Null);
        Assert.That((ticket!.Form, ticket.Teacher, ticket.IsOver), Is.EqualTo((FlowForm.Classes, Neema, false)));
    }

    [Test]
    public async Task Are_over_after_three_days()
    {
        var token = Token(FlowForm.Profile);

        _clock.Advance(TimeSpan.FromDays(3) - TimeSpan.FromSeconds(1));
        Assert.That((await ReadAsync(token))!.IsOver, Is.False);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.That((await ReadAsync(token))!.IsOver);
    }

    [Test]
    public async Task Are_over_once_used()
    {
        var token = Token(FlowForm.Profile);
        await using var context = Database.Context();
        var flows = Flows(context);
        flows.Use((await flows.ReadAsync(token, default))!);
        await context.SaveChangesAsync();

        Assert.That((await ReadAsync(token))!.IsOver);
        Assert.That((await ReadAsync(Token(FlowForm.Profile)))!.IsOver, Is.False);
    }

    [Test]
    public async Task Open_nothing_when_a_single_character_was_changed()
    {
        var token = Token(FlowForm.Profile);
        for (var at = 0; at < token.Length; at++)
        {
            var other = token[at] == 'A' ? 'B' : 'A';
            var ticket = await ReadAsync(string.Concat(token.AsSpan(0, at), $"{other}", token.AsSpan(at + 1)));
            Assert.That(ticket, Is.Null, $"character {at}");
        }
    }

    [TestCase("")]
    [TestCase("flow-token-0001")]
    [TestCase("====")]
    [TestCase("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Open_nothing_when_they_are_foreign(string token) => Assert.That(await ReadAsync(token), Is.Null);

    [Test]
    public async Task Open_nothing_when_they_were_made_with_another_key()
    {
        await using var context = Database.Context();
        var other = new Tokens(Options.Create(OptionsWith(9)), context, new FlowRest(), _clock);

        Assert.That(await ReadAsync(other.Invite(FlowForm.Profile, Neema).Token), Is.Null);
    }

    [Test]
    public async Task Open_nothing_where_no_key_is_set()
    {
        await using var context = Database.Context();
        var none = new Tokens(Options.Create(new FlowsOptions()), context, new FlowRest(), _clock);

        Assert.That(await none.ReadAsync(Token(FlowForm.Profile), default), Is.Null);
    }

    private string Token(FlowForm form)
    {
        using var context = Database.Context();
        return Flows(context).Invite(form, Neema).Token;
    }

    private async Task<FlowTicket?> ReadAsync(string token)
    {
        await using var context = Database.Context();
        return await Flows(context).ReadAsync(token, default);
    }

    private Tokens Flows(TwigaContext context) => new(Options.Create(OptionsWith(1)), context, new FlowRest(), _clock);

    private static FlowsOptions OptionsWith(byte key) => new()
    {
        ProfileFlowId = "1",
        ClassesFlowId = "2",
        TokenKey = Convert.ToBase64String(Enumerable.Repeat(key, 32).ToArray()),
    };
}
