using Twiga.Api.Tests.World;

namespace Twiga.Api.Tests;

/// <summary>A campaign of reminders by two processes, of which one dies in the middle.</summary>
internal sealed class Reminding_teachers
{
    private const int Teachers = 200;

    [Test]
    public async Task A_crash_in_the_middle_of_a_campaign_repeats_nothing_and_forgets_nobody()
    {
        await using var world = await TestWorld.CreateAsync(
            ("WhatsApp__ReminderTemplate", "kumbusho"), ("Teachers__QuietHours", "00:00-00:00"), ("Workers__Concurrency", "8"));
        await AddQuietTeachersAsync(world);
        await world.Api.StartAsync();
        var other = await world.StartAnotherApiAsync();
        for (var part = 1; part <= 3; part++)
        {
            await Eventually.TrueAsync(
                async () => (await world.Phone.AcceptedAsync()).Count >= part * Teachers / 5,
                () => $"No reminders go out.\n{world.Api.Output}");
            await other.KillAsync();
            await other.StartAsync();
        }

        await Eventually.TrueAsync(
            async () => await world.CountAsync("select count(*) from outgoing_messages where state not in ('Waiting', 'Sending')") == Teachers,
            () => $"Reminders are left.\n{world.Api.Output}");
        await world.QuietAsync();

        var calls = await world.Phone.AcceptedAsync();
        Assert.That(calls.CountBy(c => c.To ?? "").Where(c => c.Value != 1), Is.Empty, "one reminder each");
        Assert.That(calls, Has.Count.EqualTo(Teachers));
        Assert.That(calls.Select(c => c.Type), Is.All.EqualTo("template"));
        Assert.That(
            await world.CountAsync("select count(*) from teachers where state = 'Inactive' and reminders_in_a_row = 1"),
            Is.EqualTo(Teachers));
    }

    private static async Task AddQuietTeachersAsync(TestWorld world)
    {
        await using var command = world.Database.CreateCommand(
            $"""
            with t as (
              insert into teachers (name, state, language, language_is_chosen, created_at, last_message_at, reminders_are_off, asked)
              select 'Teacher ' || n, 'Active', 'Swahili', false, now() - interval '30 days', now() - interval '8 days', false, 'Nothing'
              from generate_series(1, {Teachers}) n returning id)
            insert into identities (teacher_id, kind, value, seen_at)
            select id, 'Phone', (255720000000 + id)::text, now() from t
            """);
        await command.ExecuteNonQueryAsync();
    }
}
