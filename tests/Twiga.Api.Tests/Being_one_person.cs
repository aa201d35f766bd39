using System.Text.Json.Nodes;
using Twiga.Api.Tests.World;

namespace Twiga.Api.Tests;

internal sealed class Being_one_person
{
    private const string UserId = "TZ.13491208655302741918";
    private const string NewUserId = "TZ.99491208655302741918";

    private int _wamids;

    [Test]
    public async Task By_phone_by_both_by_user_id_alone_and_from_a_new_number()
    {
        const string Phone = "255717000001";
        const string NewPhone = "255717000002";
        await using var world = await TestWorld.StartAsync(("Quotas__TeacherMessagesPerDay", "4"));
        await world.AddTeacherAsync(Phone, "Geography Form 2");

        await PostAsync(world, Message(Phone, null, "What causes ocean tides?"));
        await PostAsync(world, Message(Phone, UserId, "What causes ocean currents?"));
        await PostAsync(world, Message(null, UserId, "Explain the water cycle"));
        await PostAsync(world, Change(Phone, NewPhone, NewUserId));
        await PostAsync(world, Message(NewPhone, NewUserId, "What is a map scale?"));
        await PostAsync(world, Message(null, NewUserId, "And this one is too much?"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await world.CountAsync("select count(*) from teachers"), Is.EqualTo(1), "teachers");
            Assert.That(await world.CountAsync("select count(*) from turns"), Is.EqualTo(4), "one talk");
            Assert.That(
                await world.CountAsync("select sum(messages)::bigint from usage_days where teacher_id <> 0"), Is.EqualTo(4));
            Assert.That((await world.AnswersAsync(Phone)), Has.Count.EqualTo(3));
            var after = await world.AnswersAsync(NewPhone);
            Assert.That(after, Has.Count.EqualTo(2));
            Assert.That(after[1].Text, Does.Contain("From midnight on"));
            Assert.That(
                await world.CountAsync($"select count(*) from identities where value in ('{Phone}', '{NewPhone}')"), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task Two_records_become_one_with_both_talks_the_sum_of_their_use_and_what_was_held()
    {
        const string Phone = "255717000003";
        await using var world = await TestWorld.StartAsync();
        await world.AddTeacherAsync(Phone, "Geography Form 2");
        await PostAsync(world, Message(Phone, null, "What causes ocean tides?"));
        // under her other id she is a stranger, and her question waits until she is active
        await PostAsync(world, Message(null, UserId, "What causes ocean currents?"));
        Assert.That(await world.CountAsync("select count(*) from teachers"), Is.EqualTo(2));
        Assert.That(await world.CountAsync("select count(*) from inbound_messages where state = 'Held'"), Is.EqualTo(1));

        await PostAsync(world, Message(Phone, UserId, "Explain the water cycle"));
        await Eventually.TrueAsync(
            async () => await world.CountAsync("select count(*) from teachers") == 1, () => world.Api.Output);
        await world.QuietAsync();

        Assert.That(await world.CountAsync("select count(*) from inbound_messages where state = 'Answered'"), Is.EqualTo(3));
        Assert.That(
            await world.CountAsync("select sum(messages)::bigint from usage_days where teacher_id <> 0"), Is.EqualTo(3));
        Assert.That(
            await world.CountAsync("select count(*) from usage_days u where teacher_id <> 0 and not exists (select from teachers t where t.id = u.teacher_id)"),
            Is.Zero);
        var asked = (await world.Phone.ModelCallsAsync()).Select(c => c.Question).OfType<string>().ToList();
        Assert.That(asked, Has.Some.Contains("What causes ocean currents?"));
    }

    private static async Task PostAsync(TestWorld world, JsonObject message)
    {
        var body = new JsonObject
        {
            ["object"] = "whatsapp_business_account",
            ["entry"] = new JsonArray(new JsonObject
            {
                ["id"] = "1",
                ["changes"] = new JsonArray(new JsonObject
                {
                    ["field"] = "messages",
                    ["value"] = new JsonObject { ["messaging_product"] = "whatsapp", ["messages"] = new JsonArray(message) },
                }),
            }),
        };
        var bytes = System.Text.Encoding.UTF8.GetBytes(body.ToJsonString());
        Assert.That((await world.Phone.PostWebhookAsync(bytes)).Status, Is.EqualTo(200));
        await world.QuietAsync();
    }

    private JsonObject Message(string? phone, string? userId, string text) => With(phone, userId, new JsonObject
    {
        ["type"] = "text",
        ["text"] = new JsonObject { ["body"] = text },
    });

    private JsonObject Change(string phone, string newPhone, string newUserId) => With(phone, null, new JsonObject
    {
        ["type"] = "system",
        ["system"] = new JsonObject
        {
            ["type"] = "user_changed_number",
            ["wa_id"] = newPhone,
            ["user_id"] = newUserId,
            ["customer"] = phone,
        },
    });

    private JsonObject With(string? phone, string? userId, JsonObject message)
    {
        message["id"] = $"wamid.ONE{++_wamids}";
        message["timestamp"] = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString();
        if (phone is not null)
            message["from"] = phone;
        if (userId is not null)
            message["from_user_id"] = userId;
        return message;
    }
}
