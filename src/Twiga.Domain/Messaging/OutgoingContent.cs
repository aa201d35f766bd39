using System.Text.Json.Serialization;

namespace Twiga.Domain.Messaging;

/// <summary>What a message to a teacher holds; the limits are Meta's (whatsapp.md, section 4), in UTF-16 characters.</summary>
[JsonDerivedType(typeof(TextContent), "text")]
[JsonDerivedType(typeof(ButtonsContent), "buttons")]
[JsonDerivedType(typeof(ListContent), "list")]
[JsonDerivedType(typeof(FlowContent), "flow")]
[JsonDerivedType(typeof(ImageContent), "image")]
[JsonDerivedType(typeof(DocumentContent), "document")]
[JsonDerivedType(typeof(TemplateContent), "template")]
public abstract record OutgoingContent
{
    /// <summary>Refuses what WhatsApp would refuse; throws a <see cref="DomainException"/> that names the limit.</summary>
    public abstract void Check();
}

/// <summary>Words of 1 to 4,096 characters.</summary>
public sealed record TextContent(string Body) : OutgoingContent
{
    public override void Check() => Limits.Required(Body, Limits.Text, "A text");
}

/// <summary>Words of up to 1,024 characters with one to three reply buttons and a footer of up to 60.</summary>
public sealed record ButtonsContent(string Body, IReadOnlyList<ReplyButton> Buttons, string? Footer = null)
    : OutgoingContent
{
    public override void Check()
    {
        Limits.Required(Body, Limits.Body, "The text above buttons");
        Limits.Optional(Footer, Limits.Footer, "The text below buttons");
        Limits.Count(Buttons.Count, Limits.Buttons, "buttons");
        foreach (var button in Buttons)
        {
            Limits.Required(button.Id, Limits.ButtonId, "A button's id");
            Limits.Required(button.Title, Limits.ButtonTitle, "A button's title");
            Limits.Plain(button.Title, "A button's title");
        }

        Limits.Different(Buttons.Select(b => b.Id), "Ids of buttons");
        Limits.Different(Buttons.Select(b => b.Title), "Titles of buttons");
    }
}

/// <summary>A button: an id of up to 256 characters that routes, a title of up to 20 that is read.</summary>
public sealed record ReplyButton(string Id, string Title);

/// <summary>Words of up to 1,024 characters with a menu of at most ten rows in all.</summary>
public sealed record ListContent(string Body, string Button, IReadOnlyList<ListSection> Sections) : OutgoingContent
{
    public override void Check()
    {
        Limits.Required(Body, Limits.Body, "The text above a list");
        Limits.Required(Button, Limits.ButtonTitle, "The button of a list");
        Limits.Count(Sections.Count, Limits.Rows, "sections");
        foreach (var section in Sections)
        {
            Limits.Optional(section.Title, Limits.SectionTitle, "A section's title");
            if (Sections.Count > 1 && string.IsNullOrWhiteSpace(section.Title))
                throw new DomainException("From two sections on each has a title.");
        }

        var rows = Sections.SelectMany(s => s.Rows).ToList();
        Limits.Count(rows.Count, Limits.Rows, "rows in all");
        foreach (var row in rows)
        {
            Limits.Required(row.Id, Limits.RowId, "A row's id");
            Limits.Required(row.Title, Limits.RowTitle, "A row's title");
            Limits.Optional(row.Description, Limits.RowDescription, "A row's description");
        }

        Limits.Different(rows.Select(r => r.Id), "Ids of rows");
    }
}

public sealed record ListSection(string? Title, IReadOnlyList<ListRow> Rows);

/// <summary>A row: id up to 200, title up to 24, description up to 72 characters.</summary>
public sealed record ListRow(string Id, string Title, string? Description = null);

/// <summary>Words of up to 1,024 characters with a button of up to 30 that opens a Flow at its first screen.</summary>
public sealed record FlowContent(string Body, string Button, string FlowId, string Token) : OutgoingContent
{
    public override void Check()
    {
        Limits.Required(Body, Limits.Body, "The text above a form's button");
        Limits.Required(Button, Limits.FlowButton, "A form's button");
        Limits.Plain(Button, "A form's button");
        Limits.Required(FlowId, Limits.ButtonId, "A form's id");
    }
}

/// <summary>A kept picture, JPEG or PNG up to 5 MB, with words of up to 1,024 characters below it.</summary>
public sealed record ImageContent(KeptFileId File, string? Caption = null) : OutgoingContent
{
    public override void Check() => Limits.Optional(Caption, Limits.Body, "The text below a picture");
}

/// <summary>A kept document, up to 100 MB, with the name she sees and words of up to 1,024 characters.</summary>
public sealed record DocumentContent(KeptFileId File, string FileName, string MimeType, string? Caption = null)
    : OutgoingContent
{
    public override void Check()
    {
        Limits.Required(FileName, Limits.FileName, "A document's name");
        Limits.Optional(Caption, Limits.Body, "The text below a document");
        if (MediumKinds.Of(MimeType) != MediumKind.Document)
            throw new DomainException($"WhatsApp takes no document of the type {MimeType}.");
    }
}

/// <summary>An approved template by its name and the code of its language, with the words that fill its places.</summary>
public sealed record TemplateContent(string Name, string LanguageCode, IReadOnlyList<string>? Words = null)
    : OutgoingContent
{
    public override void Check()
    {
        Limits.Required(Name, Limits.TemplateName, "A template's name");
        Limits.Required(LanguageCode, Limits.LanguageCode, "A template's language");
        foreach (var words in Words ?? [])
            Limits.Required(words, Limits.Body, "The words in a template's place");
    }
}
