using System.Diagnostics;
using System.Text;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Twiga.Api.Tests.World;
using Twiga.Application.Curriculum;
using Twiga.Application.Teachers;
using Twiga.Simulator.Faults;
using Twiga.Simulator.Phones;

namespace Twiga.Api.Tests.Telemetry;

/// <summary>A run full of marked words, with faults that would like to repeat them: none is in a span or a log line.</summary>
internal sealed class Keeping_contents_to_itself
{
    private const string Phone = "255715009911";
    private const string Name = "Mwanaidi Kipepeo";
    private const string Phrase = "simba-marara";
    private const string BookWord = "ndegejoni";
    private const string Attached = "kobepori";

    private static readonly string[] Marks = [Phone, Name, "Mwanaidi", Phrase, BookWord, Attached];

    [Test]
    public async Task No_word_of_hers_nor_of_a_book_or_document_is_in_any_span_or_line()
    {
        await using var world = await TestWorld.CreateAsync();
        await using var api = await WatchedApi.StartAsync(world);
        await RunAsync(world, api);

        var secrets = new[] { world.Settings["WhatsApp__AccessToken"], world.Settings["WhatsApp__AppSecret"] };
        List<Activity> spans;
        lock (api.Spans)
            spans = [.. api.Spans];
        Assert.That(spans.Select(s => s.OperationName), Is.SupersetOf(new[] { "send", "tool", "model", "ReadMedium" }));
        Assert.That(api.Lines, Has.Count.GreaterThan(100));
        foreach (var mark in Marks.Concat(secrets))
        {
            Assert.That(spans.SelectMany(Told).Where(t => t.Contains(mark, StringComparison.OrdinalIgnoreCase)), Is.Empty, $"spans: {mark}");
            Assert.That(api.Lines.Where(l => l.Contains(mark, StringComparison.OrdinalIgnoreCase)), Is.Empty, $"lines: {mark}");
        }
    }

    private static async Task RunAsync(TestWorld world, WatchedApi api)
    {
        await IngestAsync(api);
        await world.AddTeacherAsync(Phone, "Geography Form 2");
        await using (var rename = world.Database.CreateCommand($"update teachers set name = '{Name}'"))
            await rename.ExecuteNonQueryAsync();

        await world.SayAsync(Phone, $"What does the book say about {BookWord} and {Phrase}?");
        await world.QuietAsync();
        Assert.That((await world.AnswersAsync(Phone))[^1].Text, Does.Contain(BookWord), "the book was searched");

        await world.Phone.BreakModelAsync(new FaultRule { Kind = "error", Status = 400, Details = $"refused: {Phrase} {Name}", Next = 1 });
        await world.Phone.BreakGraphAsync(new FaultRule
        {
            Kind = "error", On = "messages", Status = 400, Code = 131000, Details = $"no {Phone} {Phrase}", Next = 1,
        });
        var id = await world.UploadAsync(Encoding.UTF8.GetBytes($"Notes\n\nAbout {Attached} and {Phrase}."), "text/plain", $"{Attached}.txt");
        await world.SendAsync(new Said { Teacher = Phone, Media = new SaidMedia(id, "document", $"Summarise {Phrase}") });
        await world.QuietAsync();
        await world.Phone.PostWebhookAsync(Encoding.UTF8.GetBytes(
            $$"""{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{"messages":[{"from":"{{Phone}}","text":{"body":"{{Phrase}}"} } ] } } ] } ] }"""));
        await world.SayAsync(Phone, "my data");
        await world.QuietAsync();
        await AskAsync(api, m => m.Send(new ExportTeacher(m.Send(new FindTeacher(Phone)).GetAwaiter().GetResult())));
    }

    private static async Task IngestAsync(WatchedApi api)
    {
        var book = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{BookWord}.md");
        await File.WriteAllTextAsync(book, $"# {BookWord} book\n\n## Chapter 1\n\nThe {BookWord} is a bird that lives near the great lakes and eats fish.\n");
        await AskAsync(api, m => m.Send(new IngestResource(book) { Classes = ["Geography Form 2"], Title = $"The {BookWord} book" }));
    }

    private static async Task AskAsync<T>(WatchedApi api, Func<IMediator, Task<T>> ask)
    {
        await using var scope = api.Services.CreateAsyncScope();
        await ask(scope.ServiceProvider.GetRequiredService<IMediator>());
    }

    private static IEnumerable<string> Told(Activity span) =>
    [
        span.DisplayName,
        span.StatusDescription ?? "",
        .. span.TagObjects.Select(t => $"{t.Key}={t.Value}"),
        .. span.Baggage.Select(b => $"{b.Key}={b.Value}"),
        .. span.Events.SelectMany(e => e.Tags.Select(t => $"{e.Name} {t.Key}={t.Value}")),
        .. span.Links.SelectMany(l => l.Tags ?? []).Select(t => $"{t.Key}={t.Value}"),
    ];
}
