using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Domain.Tests.Messaging;

internal sealed class What_WhatsApp_takes
{
    private static IEnumerable<TestCaseData> AtTheLimit()
    {
        yield return Case("a text", new TextContent(Of(4096)));
        yield return Case("buttons", new ButtonsContent(
            Of(1024), [new(Of(256), Of(20)), new("b", "B"), new("c", "C")], Of(60)));
        yield return Case("a list", List(Of(1024), Of(20), new ListSection(null, Rows(10, Of(24), Of(72)))));
        yield return Case("a row's id", List("b", "o", new ListSection("t", [new ListRow(Of(200), "t")])));
        yield return Case("sections", List("b", "o", [.. Rows(10).Select(r => new ListSection(Of(24), [r]))]));
        yield return Case("a form", new FlowContent(Of(1024), Of(30), "1", "t"));
        yield return Case("a picture", new ImageContent(new KeptFileId(1), Of(1024)));
        yield return Case("a document", new DocumentContent(new KeptFileId(1), "a.pdf", "application/pdf", Of(1024)));
        yield return Case("a template", new TemplateContent("welcome", "sw", [Of(1024)]));
    }

    private static IEnumerable<TestCaseData> BeyondTheLimit()
    {
        yield return Case("a text", new TextContent(Of(4097)));
        yield return Case("an empty text", new TextContent(" \n"));
        yield return Case("a body above buttons", Buttons(Of(1025), new ReplyButton("a", "A")));
        yield return Case("no body above buttons", Buttons("", new ReplyButton("a", "A")));
        yield return Case("a footer", new ButtonsContent("b", [new("a", "A")], Of(61)));
        yield return Case("no button", Buttons("b"));
        yield return Case("four buttons", Buttons("b", [.. "wxyz".Select(c => new ReplyButton($"{c}", $"{c}"))]));
        yield return Case("a button's title", Buttons("b", new ReplyButton("a", Of(21))));
        yield return Case("a button without a title", Buttons("b", new ReplyButton("a", "")));
        yield return Case("a button's id", Buttons("b", new ReplyButton(Of(257), "A")));
        yield return Case("a button without an id", Buttons("b", new ReplyButton("", "A")));
        yield return Case("a button with an emoji", Buttons("b", new ReplyButton("a", "Ndiyo 👍")));
        yield return Case("a button with markup", Buttons("b", new ReplyButton("a", "*Ndiyo*")));
        yield return Case("two buttons of one title", Buttons("b", new("a", "A"), new ReplyButton("b", "A")));
        yield return Case("two buttons of one id", Buttons("b", new("a", "A"), new ReplyButton("a", "B")));
        yield return Case("a body above a list", List(Of(1025), "o", new ListSection(null, Rows(1))));
        yield return Case("a list's button", List("b", Of(21), new ListSection(null, Rows(1))));
        yield return Case("eleven rows", List("b", "o", new ListSection("1", Rows(6)), new ListSection("2", Rows(5, from: 6))));
        yield return Case("no row", List("b", "o", new ListSection(null, [])));
        yield return Case("eleven sections", List("b", "o", [.. Rows(11).Select(r => new ListSection("t", [r]))]));
        yield return Case("a section's title", List("b", "o", new ListSection(Of(25), Rows(1))));
        yield return Case("two sections without titles", List("b", "o", new(null, Rows(1)), new ListSection("2", Rows(1, from: 1))));
        yield return Case("a row's title", List("b", "o", new ListSection(null, Rows(1, Of(25)))));
        yield return Case("a row's description", List("b", "o", new ListSection(null, Rows(1, "t", Of(73)))));
        yield return Case("a row's id", List("b", "o", new ListSection(null, [new ListRow(Of(201), "t")])));
        yield return Case("two rows of one id", List("b", "o", new ListSection(null, [new("a", "A"), new ListRow("a", "B")])));
        yield return Case("a body above a form", new FlowContent(Of(1025), "Open", "1", "t"));
        yield return Case("a form's button", new FlowContent("b", Of(31), "1", "t"));
        yield return Case("a form's button with an emoji", new FlowContent("b", "Fungua 📝", "1", "t"));
        yield return Case("a form without an id", new FlowContent("b", "Open", "", "t"));
        yield return Case("a picture's caption", new ImageContent(new KeptFileId(1), Of(1025)));
        yield return Case("a document's caption", Document(caption: Of(1025)));
        yield return Case("a document's name", Document(name: Of(241)));
        yield return Case("a document without a name", Document(name: ""));
        yield return Case("a document of an unknown type", Document(mimeType: "application/zip"));
        yield return Case("a template without a name", new TemplateContent("", "sw"));
        yield return Case("a template without a language", new TemplateContent("welcome", ""));
        yield return Case("the words in a template", new TemplateContent("welcome", "sw", [Of(1025)]));
        yield return Case("no words in a template's place", new TemplateContent("welcome", "sw", [""]));
    }

    [TestCaseSource(nameof(AtTheLimit))]
    public void Passes_at_the_limit(OutgoingContent content) => Assert.That(() => Message(content), Throws.Nothing);

    [TestCaseSource(nameof(BeyondTheLimit))]
    public void Is_refused_beyond_the_limit_before_it_is_a_message(OutgoingContent content) =>
        Assert.That(() => Message(content), Throws.InstanceOf<DomainException>());

    [TestCase("image/png", 5_242_880, true)]
    [TestCase("image/png", 5_242_881, false)]
    [TestCase("image/jpeg", 0, false)]
    [TestCase("image/webp", 100, false)]
    [TestCase("application/pdf", 100, false)]
    public void Takes_pictures_of_its_types_and_sizes(string mimeType, int bytes, bool takes) =>
        Assert.That(() => File(mimeType, bytes).AsImage(), takes ? Throws.Nothing : Throws.InstanceOf<DomainException>());

    [TestCase("application/pdf", 104_857_600, true)]
    [TestCase("application/pdf", 104_857_601, false)]
    [TestCase("application/vnd.openxmlformats-officedocument.wordprocessingml.document", 1, true)]
    [TestCase("text/plain; charset=utf-8", 1, true)]
    [TestCase("application/pdf", 0, false)]
    [TestCase("application/json", 1, false)]
    [TestCase("image/png", 1, false)]
    public void Takes_documents_of_its_types_and_sizes(string mimeType, int bytes, bool takes) =>
        Assert.That(() => File(mimeType, bytes).AsDocument(), takes ? Throws.Nothing : Throws.InstanceOf<DomainException>());

    private static TestCaseData Case(string name, OutgoingContent content) =>
        new TestCaseData(content).SetArgDisplayNames(name, content.GetType().Name);

    private static string Of(int length) => new('a', length);

    private static ButtonsContent Buttons(string body, params ReplyButton[] buttons) => new(body, buttons);

    private static ListContent List(string body, string button, params ListSection[] sections) =>
        new(body, button, sections);

    private static List<ListRow> Rows(int count, string title = "t", string? description = null, int from = 0) =>
        [.. Enumerable.Range(from, count).Select(i => new ListRow($"r{i}", title, description))];

    private static DocumentContent Document(
        string name = "a.pdf", string mimeType = "application/pdf", string? caption = null) =>
        new(new KeptFileId(1), name, mimeType, caption);

    private static OutgoingMessage Message(OutgoingContent content) =>
        new() { TeacherId = new TeacherId(1), Content = content, CreatedAt = default };

    private static KeptFile File(string mimeType, int bytes) => new()
    {
        TeacherId = new TeacherId(1),
        Name = "name",
        MimeType = mimeType,
        Content = new byte[bytes],
        CreatedAt = default,
    };
}
