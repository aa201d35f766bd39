using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using Twiga.Api.Tests.Simulator;
using Twiga.Api.Tests.World;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Writer;

namespace Twiga.Api.Tests.Browser;

/// <summary>What can be sent from the phone page beside words, and what it shows of what Twiga sends.</summary>
internal sealed class Using_the_phone_page
{
    private SimulatedWorld _world = null!;
    private Phone _phone = null!;

    [SetUp]
    public async Task Start()
    {
        _world = await SimulatedWorld.StartAsync();
        _phone = await Phone.OpenAsync(_world.Simulator.Address, 390, 844);
        await _phone.ChooseAsync(SimulatedWorld.Teacher);
    }

    [TearDown]
    public async Task Stop()
    {
        await _phone.DisposeAsync();
        await _world.DisposeAsync();
    }

    [Test]
    public async Task Sends_a_picture_with_its_caption_a_voice_note_and_a_document_to_be_fetched_in_two_steps()
    {
        var picture = await _phone.Page.ScreenshotAsync();
        await _phone.Page.Locator("#words").FillAsync("Nisaidie swali hili");
        await AttachAsync("Photo", "swali.png", "image/png", picture);
        await AttachAsync("Voice note", "sauti.ogg", "audio/ogg", "OggS, more or less"u8.ToArray());
        await AttachAsync("Document", "Mtihani wa Jiografia.pdf", "application/pdf", Pdf(3));
        await _phone.Page.Locator("#messages .paper").WaitForAsync();
        await _phone.PictureAsync("sent-media");

        var sent = await MessagesAsync(3);
        Assert.Multiple(async () =>
        {
            Assert.That(sent.Select(m => m.GetProperty("type").GetString()), Is.EqualTo(["image", "audio", "document"]));
            Assert.That(sent[0].GetProperty("image").GetProperty("caption").GetString(), Is.EqualTo("Nisaidie swali hili"));
            Assert.That(sent[1].GetProperty("audio").GetProperty("voice").GetBoolean(), Is.True);
            Assert.That(sent[2].GetProperty("document").GetProperty("filename").GetString(), Is.EqualTo("Mtihani wa Jiografia.pdf"));
            Assert.That(await FetchAsync(sent[0].GetProperty("image")), Is.EqualTo(picture));
        });
    }

    [Test]
    public async Task Gives_back_the_words_that_could_not_be_sent()
    {
        var words = _phone.Page.Locator("#words");
        await _phone.Page.Context.SetOfflineAsync(true);
        await words.FillAsync("Mawimbi ni nini?");
        await _phone.Page.Locator("#send").ClickAsync();
        await _phone.Page.Locator("#banner", new() { HasText = "That did not work: the simulator does not answer." }).WaitForAsync();
        Assert.That(await words.InputValueAsync(), Is.EqualTo("Mawimbi ni nini?"));

        await _phone.Page.Context.SetOfflineAsync(false);
        await _phone.Page.Locator("#send").ClickAsync();
        Assert.That((await MessagesAsync(1))[0].GetProperty("text").GetProperty("body").GetString(), Is.EqualTo("Mawimbi ni nini?"));
    }

    [Test]
    public async Task Fits_a_narrow_phone()
    {
        (await _world.SendTextAsync("Mawimbi husababishwa na upepo, na " + new string('m', 80))).EnsureSuccessStatusCode().Dispose();
        await _phone.Page.SetViewportSizeAsync(320, 640);
        await _phone.Answers.First.WaitForAsync();
        Assert.That(await OverhangAsync(), Is.Empty, "the talk");
        Assert.That(
            await _phone.Page.EvaluateAsync<double>("document.querySelector('#words').offsetHeight"), Is.LessThan(50), "lines to write on");

        await _phone.ToListAsync();
        Assert.That(await OverhangAsync(), Is.Empty, "the list");
    }

    [Test]
    public async Task Reacts_replies_edits_and_deletes()
    {
        (await _world.SendTextAsync("Mawimbi husababishwa na upepo.")).EnsureSuccessStatusCode().Dispose();
        await ActAsync(_phone.Answers.First, "React 👍");
        await ActAsync(_phone.Answers.First, "Reply");
        await WriteAsync("Asante, endelea");
        var mine = _phone.Page.Locator("#messages .is-mine .bubble");
        await ActAsync(mine.First, "Edit");
        await WriteAsync("Asante sana, endelea");
        await mine.GetByText("Asante sana, endelea").WaitForAsync();
        await _phone.PictureAsync("reacted-replied-edited");
        await ActAsync(mine.First, "Delete for everyone");
        await mine.GetByText("You deleted this message").WaitForAsync();
        await _phone.PictureAsync("deleted");

        var sent = await MessagesAsync(4);
        var told = (await _world.Control.AcceptedAsync(SimulatedWorld.Teacher)).Single().Wamid;
        var replied = sent[1].GetProperty("id").GetString();
        Assert.Multiple(() =>
        {
            Assert.That(sent[0].GetProperty("reaction").GetProperty("emoji").GetString(), Is.EqualTo("👍"));
            Assert.That(sent[0].GetProperty("reaction").GetProperty("message_id").GetString(), Is.EqualTo(told));
            Assert.That(sent[1].GetProperty("context").GetProperty("id").GetString(), Is.EqualTo(told));
            Assert.That(sent[2].GetProperty("edit").GetProperty("original_message_id").GetString(), Is.EqualTo(replied));
            Assert.That(
                sent[2].GetProperty("edit").GetProperty("message").GetProperty("text").GetProperty("body").GetString(),
                Is.EqualTo("Asante sana, endelea"));
            Assert.That(sent[3].GetProperty("revoke").GetProperty("original_message_id").GetString(), Is.EqualTo(replied));
        });
    }

    [Test]
    public async Task Shows_documents_with_their_pages_and_pictures_that_Twiga_sends()
    {
        var paper = await UploadAsync("Geography Form 2 exam.pdf", "application/pdf", Pdf(2));
        var picture = await UploadAsync("formula.png", "image/png", await _phone.Page.ScreenshotAsync());
        await SendAsync("document", new { id = paper, filename = "Geography Form 2 exam.pdf", caption = "Your paper." });
        await SendAsync("image", new { id = picture, caption = "x = 5" });
        await _phone.Page.Locator("#messages .picture img").WaitForAsync();
        await _phone.PictureAsync("received-media");

        Assert.That(await _phone.Page.Locator("#messages .paper").InnerTextAsync(),
            Does.Contain("Geography Form 2 exam.pdf").And.Contain("2 kurasa · pages").And.Contain("PDF"));
        await _phone.Page.Locator("#messages .paper").ClickAsync();
        await _phone.Page.Locator("#sheet iframe").WaitForAsync();
        await _phone.PictureAsync("opened-document");
        await _phone.Page.Locator("#sheet").GetByLabel("Close").ClickAsync();
        await _phone.Page.Locator("#messages .picture").ClickAsync();
        await _phone.Page.Locator("#sheet .big-picture img").WaitForAsync();
        await _phone.PictureAsync("opened-picture");
    }

    [Test]
    public async Task Shows_nobodys_words_under_another_name_while_a_talk_is_being_read()
    {
        const string juma = "255712000301";
        var read = new TaskCompletionSource();
        await _phone.AddTeacherAsync("Juma Mwakalinga", juma);
        await _phone.ChooseAsync(SimulatedWorld.Teacher);
        (await _world.SendTextAsync("Mawimbi husababishwa na upepo.")).EnsureSuccessStatusCode().Dispose();
        await _phone.AnswerAsync(0);
        await _phone.Page.RouteAsync($"**/phone/talks/{juma}", async route =>
        {
            await read.Task;
            await route.ContinueAsync();
        });

        await _phone.Page.Locator("#back").ClickAsync();
        await _phone.Page.Locator($"#teachers [data-teacher='{juma}']").ClickAsync();
        await _phone.Page.Locator("#presence").GetByText("Juma").WaitForAsync();
        var meanwhile = await _phone.Answers.CountAsync();
        read.SetResult();
        await _phone.TalkAsync(juma);

        Assert.That(meanwhile, Is.Zero);
    }

    private async Task AttachAsync(string kind, string name, string type, byte[] content)
    {
        var rows = await _phone.Page.Locator("#messages .is-mine").CountAsync();
        await _phone.Page.Locator("#attach").ClickAsync();
        var chooser = await _phone.Page.RunAndWaitForFileChooserAsync(
            () => _phone.Page.Locator("#menu").GetByText(kind).ClickAsync());
        await chooser.SetFilesAsync(new FilePayload { Name = name, MimeType = type, Buffer = content });
        await _phone.Page.Locator("#messages .is-mine").Nth(rows).WaitForAsync();
    }

    private async Task ActAsync(ILocator bubble, string act)
    {
        await bubble.ClickAsync(new() { Button = MouseButton.Right });
        await _phone.Page.Locator("#menu").GetByRole(AriaRole.Menuitem, new() { Name = act }).ClickAsync();
    }

    private async Task WriteAsync(string words)
    {
        await _phone.Page.Locator("#words").FillAsync(words);
        await _phone.Page.Locator("#send").ClickAsync();
    }

    private Task<List<JsonElement>> MessagesAsync(int count) => Eventually.GetAsync(
        () => Task.FromResult(_world.Api.Webhooks.Where(w => w.Value.TryGetProperty("messages", out _))
            .Select(w => w.Value.GetProperty("messages")[0]).ToList()),
        messages => messages.Count >= count,
        messages => $"{messages.Count} of {count} messages reached the Api.");

    private async Task<byte[]> FetchAsync(JsonElement medium)
    {
        var resolved = await _world.GetAsync(medium.GetProperty("id").GetString()!);
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", "simulator-access-token");
        return await http.GetByteArrayAsync(resolved.GetProperty("url").GetString());
    }

    private async Task<string> UploadAsync(string name, string type, byte[] content)
    {
        var part = new ByteArrayContent(content);
        part.Headers.ContentType = new MediaTypeHeaderValue(type);
        using var form = new MultipartFormDataContent
        {
            { new StringContent("whatsapp"), "messaging_product" },
            { part, "file", name },
        };
        using var answer = await _world.GraphAsync("106540352242922/media", form);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    private async Task SendAsync(string type, object content)
    {
        using var answer = await _world.PostAsync(SimulatedWorld.Message(type, content));
        answer.EnsureSuccessStatusCode();
    }

    private static byte[] Pdf(int pages)
    {
        using var builder = new PdfDocumentBuilder();
        for (var page = 0; page < pages; page++)
            builder.AddPage(PageSize.A4).DrawRectangle(new(100, 100), 200, 200, fill: true);
        return builder.Build();
    }

    private Task<string> OverhangAsync() => _phone.Page.EvaluateAsync<string>(
        """
        [...document.querySelectorAll('.app *')].filter(e => e.getBoundingClientRect().right > window.innerWidth + 1)
            .map(e => e.className).join(' ')
        """);
}
