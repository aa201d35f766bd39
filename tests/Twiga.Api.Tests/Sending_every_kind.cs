using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Twiga.Api.Tests.World;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;
using Twiga.Infrastructure.Persistence;
using Twiga.Infrastructure.Queue;
using Twiga.Simulator;
using Twiga.Simulator.Faults;

namespace Twiga.Api.Tests;

internal sealed class Sending_every_kind
{
    private const string Asha = "255700000081";
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7 a paper");
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 1, 2, 3];

    private TestWorld _world = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _world = await TestWorld.StartAsync();
        await _world.AddTeacherAsync(Asha, "Geography Form 2");
    }

    [OneTimeTearDown]
    public async Task Stop() => await _world.DisposeAsync();

    [SetUp]
    public async Task Calm() => await _world.Phone.ResetAsync();

    [Test]
    public async Task A_document_reaches_her_with_its_bytes_name_and_caption()
    {
        var file = await KeepAsync("Mtihani wa Jiografia Kidato 2.pdf", "application/pdf", Pdf);

        var message = await SentAsync(file.AsDocument("Your paper"));

        var document = message["document"]!;
        Assert.That((string?)document["filename"], Is.EqualTo("Mtihani wa Jiografia Kidato 2.pdf"));
        Assert.That((string?)document["caption"], Is.EqualTo("Your paper"));
        Assert.That(await DownloadAsync((string)document["id"]!), Is.EqualTo(("application/pdf", Pdf)));
    }

    [Test]
    public async Task A_picture_reaches_her_with_its_bytes_and_caption()
    {
        var file = await KeepAsync("formula.png", "image/png", Png);

        var message = await SentAsync(file.AsImage("x = 2"));

        var image = message["image"]!;
        Assert.That((string?)image["caption"], Is.EqualTo("x = 2"));
        Assert.That(await DownloadAsync((string)image["id"]!), Is.EqualTo(("image/png", Png)));
    }

    [Test]
    public async Task A_template_leaves_with_its_language_and_words()
    {
        var message = await SentAsync(new TemplateContent("karibu_twiga", "sw", ["Asha"]));

        Assert.That(
            message["template"]!.ToJsonString(),
            Is.EqualTo(
                """{"name":"karibu_twiga","language":{"code":"sw"},"components":[{"type":"body","parameters":[{"type":"text","text":"Asha"}]}]}"""));
    }

    [Test]
    public async Task A_document_is_uploaded_again_when_WhatsApp_did_not_take_it()
    {
        await _world.Phone.BreakGraphAsync(
            new FaultRule { Kind = "error", On = "media", Code = 131053, Next = 1 });
        var file = await KeepAsync("paper.pdf", "application/pdf", Pdf);

        var message = await SentAsync(file.AsDocument());

        Assert.That((string?)message["document"]!["filename"], Is.EqualTo("paper.pdf"));
    }

    [Test]
    public async Task A_file_that_was_deleted_fails_and_holds_up_nobody()
    {
        var file = await KeepAsync("gone.pdf", "application/pdf", Pdf);
        var document = file.AsDocument();
        await using (var context = new TwigaContext(ContextOptions.For(_world.Database)))
            await context.Files.Where(f => f.Id == file.Id).ExecuteDeleteAsync();

        var message = await SentAsync(document, new TextContent("And this."));

        Assert.That((string?)message["text"]!["body"], Is.EqualTo("And this."));
        Assert.That(
            await _world.CountAsync("select count(*) from outgoing_messages where state = 'Failed' and error_code = 131052"),
            Is.EqualTo(1));
    }

    private async Task<KeptFile> KeepAsync(string name, string mimeType, byte[] content)
    {
        var file = new KeptFile
        {
            TeacherId = await IdAsync(),
            Name = name,
            MimeType = mimeType,
            Content = content,
            CreatedAt = TimeProvider.System.GetUtcNow(),
        };
        await using var context = new TwigaContext(ContextOptions.For(_world.Database));
        context.Files.Add(file);
        await context.SaveChangesAsync();
        return file;
    }

    /// <summary>The body of the one message that WhatsApp took.</summary>
    private async Task<JsonNode> SentAsync(params OutgoingContent[] contents)
    {
        await using var context = new TwigaContext(ContextOptions.For(_world.Database));
        var changes = new Changes(context, new JobSignal(), TimeProvider.System);
        new Messages(context, changes, TimeProvider.System).Tell(await IdAsync(), "test", contents);
        await changes.SaveAsync(CancellationToken.None);

        await _world.QuietAsync();
        var calls = await _world.AnswersAsync(Asha);
        Assert.That(calls, Has.Count.EqualTo(1), _world.Api.Output);
        return JsonNode.Parse(calls[0].Body!)!;
    }

    private async Task<TeacherId> IdAsync() => TeacherId.From(
        await _world.CountAsync($"select teacher_id from identities where value = '{Asha}'"));

    private async Task<(string? Type, byte[] Content)> DownloadAsync(string mediaId)
    {
        using var http = new HttpClient { BaseAddress = _world.Simulator.Address };
        http.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", new SimulatorOptions().AccessToken);
        var medium = JsonDocument.Parse(await http.GetStringAsync(new Uri($"v25.0/{mediaId}", UriKind.Relative)));
        using var answer = await http.GetAsync(new Uri(medium.RootElement.GetProperty("url").GetString()!));
        return (answer.Content.Headers.ContentType?.ToString(), await answer.Content.ReadAsByteArrayAsync());
    }
}
