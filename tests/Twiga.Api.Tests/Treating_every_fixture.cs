using Npgsql;
using Twiga.Api.Tests.World;
using Twiga.Application.Messaging;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;
using Twiga.Infrastructure.Persistence;
using Twiga.Simulator.Faults;
using Twiga.Tests;

namespace Twiga.Api.Tests;

/// <summary>Every payload with messages, from active teachers, without readers: what becomes of it by its kind.</summary>
internal sealed class Treating_every_fixture
{
    // what is left of a message, and what the teacher gets: an answer of the model, a notice by its name, or nothing
    private static readonly Dictionary<InboundKind, (string State, string? Said)> Treatment = new()
    {
        [InboundKind.Text] = ("Answered", "answer"),
        [InboundKind.Button] = ("Kept", "Onboarding"),
        [InboundKind.ListReply] = ("Kept", "Onboarding"),
        [InboundKind.FlowReply] = ("Kept", null),
        [InboundKind.Image] = ("Kept", "CannotSeePictures"),
        [InboundKind.Video] = ("Kept", "CannotWatch"),
        [InboundKind.Audio] = ("Kept", "CannotHear"),
        [InboundKind.Voice] = ("Kept", "CannotHear"),
        [InboundKind.Document] = ("Kept", "CannotReadDocument"),
        [InboundKind.Sticker] = ("Kept", "CannotRead"),
        [InboundKind.Location] = ("Kept", "CannotRead"),
        [InboundKind.Contacts] = ("Kept", "CannotRead"),
        [InboundKind.Order] = ("Kept", "CannotRead"),
        [InboundKind.Unsupported] = ("Kept", "CannotRead"),
        [InboundKind.Reaction] = ("Kept", null),
        [InboundKind.System] = ("Kept", null),
    };

    private TestWorld _world = null!;

    public static IEnumerable<WhatsAppFixtures.Payload> Payloads =>
        WhatsAppFixtures.Payloads.Where(p => p.DistinctMessages > 0);

    [OneTimeSetUp]
    public async Task Start() => _world = await TestWorld.StartAsync();

    [OneTimeTearDown]
    public async Task Stop() => await _world.DisposeAsync();

    [SetUp]
    public async Task Calm()
    {
        await _world.QuietButForStatusesAsync();
        await _world.Phone.ResetAsync();
        await _world.Phone.SetFaultsAsync(new FaultSet { Statuses = new StatusFaults { Posted = false } });
        await using var command = _world.Database.CreateCommand("truncate teachers, jobs, delivery_reports cascade");
        await command.ExecuteNonQueryAsync();
    }

    [TestCaseSource(nameof(Payloads))]
    public async Task As_behaviour_says(WhatsAppFixtures.Payload payload)
    {
        var body = WhatsAppFixtures.Read(payload.File);
        var messages = WebhookReader.Read(body, TimeProvider.System.GetUtcNow()).Messages;
        foreach (var phone in messages.Select(m => (m.Sender.Phone, m.Sender.UserId)).Distinct())
            await AddActiveAsync(phone.Phone, phone.UserId);

        Assert.That((await _world.Phone.PostWebhookAsync(body)).Status, Is.EqualTo(200));
        await _world.QuietButForStatusesAsync();

        var stored = await StoredAsync();
        var said = await SaidAsync();
        Assert.That(stored, Has.Count.EqualTo(payload.DistinctMessages));
        foreach (var hers in stored.GroupBy(m => m.Teacher))
        {
            var hasWords = hers.Any(HasWordsForTheModel);
            foreach (var message in hers)
            {
                var expected = hasWords && IsInTheTurn(message) ? "Answered" : Treatment[message.Kind].State;
                if (message is { Kind: InboundKind.Text, Words: null })
                    expected = hasWords ? "Answered" : "Kept";
                Assert.That(message.State, Is.EqualTo(expected), $"{message.Kind} of {payload.File}");
            }

            Assert.That(
                said.Where(s => s.Teacher == hers.Key).Select(s => s.What).ToHashSet(),
                Is.EquivalentTo(hers.SelectMany(Said).ToHashSet()));
        }
    }

    private static bool HasWordsForTheModel(Stored message) =>
        message.Words is not null && message.Kind is not (InboundKind.Order or InboundKind.FlowReply) && !IsTap(message);

    private static bool IsInTheTurn(Stored message) => !IsTap(message)
        && message.Kind is not (InboundKind.FlowReply or InboundKind.Reaction or InboundKind.System);

    private static bool IsTap(Stored message) => message.Kind is InboundKind.Button or InboundKind.ListReply
        && message.Detail is not null && message.Detail != message.Words;

    private static IEnumerable<string> Said(Stored message)
    {
        if (HasWordsForTheModel(message))
            yield return "answer";
        if (message is { Kind: InboundKind.Text, Words: null })
            yield return "CannotRead";
        if (message.Kind != InboundKind.Text && (!HasWordsForTheModel(message) || message.Kind is InboundKind.Image or InboundKind.Document)
            && Treatment[message.Kind].Said is { } said)
            yield return said;
    }

    private async Task AddActiveAsync(string? phone, string? userId)
    {
        await using var context = new TwigaContext(ContextOptions.For(_world.Database));
        var now = TimeProvider.System.GetUtcNow();
        var known = context.Identities.Where(i => i.Value == phone || i.Value == userId).ToList();
        if (known.Count > 0)
            return;
        var teacher = Teacher.Active("Asha", Language.English, context.SchoolClasses.Take(1).Select(c => c.Id), now);
        if (phone is not null)
            teacher.Link(IdentityKind.Phone, phone, now);
        if (userId is not null)
            teacher.Link(IdentityKind.UserId, userId, now);
        context.Teachers.Add(teacher);
        await context.SaveChangesAsync();
    }

    private async Task<List<Stored>> StoredAsync()
    {
        await using var command = _world.Database.CreateCommand(
            "select teacher_id, kind, state, text, detail from inbound_messages order by id");
        return await ReadAsync(command, r => new Stored(
            r.GetInt64(0), Enum.Parse<InboundKind>(r.GetString(1)), r.GetString(2),
            r.IsDBNull(3) ? null : r.GetString(3), r.IsDBNull(4) ? null : r.GetString(4)));
    }

    private async Task<List<(long Teacher, string What)>> SaidAsync()
    {
        await using var command = _world.Database.CreateCommand(
            // the fixtures' documents are at no phone: where their type can be read, they cannot be fetched
            "select teacher_id, replace(coalesce(notice, 'answer'), 'MediumGone', 'CannotReadDocument') from outgoing_messages");
        return await ReadAsync(command, r => (r.GetInt64(0), r.GetString(1)));
    }

    private static async Task<List<T>> ReadAsync<T>(NpgsqlCommand command, Func<NpgsqlDataReader, T> read)
    {
        var rows = new List<T>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            rows.Add(read(reader));
        return rows;
    }

    private sealed record Stored(long Teacher, InboundKind Kind, string State, string? Words, string? Detail);
}
