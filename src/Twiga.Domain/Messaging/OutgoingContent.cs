using System.Text.Json.Serialization;

namespace Twiga.Domain.Messaging;

/// <summary>What a message to a teacher holds; the limits are Meta's (whatsapp.md, section 4).</summary>
[JsonDerivedType(typeof(TextContent), "text")]
[JsonDerivedType(typeof(ButtonsContent), "buttons")]
[JsonDerivedType(typeof(ListContent), "list")]
[JsonDerivedType(typeof(FlowContent), "flow")]
[JsonDerivedType(typeof(ImageContent), "image")]
[JsonDerivedType(typeof(DocumentContent), "document")]
public abstract record OutgoingContent;

/// <summary>Words of 1 to 4,096 characters.</summary>
public sealed record TextContent(string Body) : OutgoingContent;

/// <summary>Words of up to 1,024 characters with one to three reply buttons.</summary>
public sealed record ButtonsContent(string Body, IReadOnlyList<ReplyButton> Buttons, string? Footer = null)
    : OutgoingContent;

/// <summary>A button: an id of up to 256 characters that routes, a title of up to 20 that is read.</summary>
public sealed record ReplyButton(string Id, string Title);

/// <summary>Words of up to 1,024 characters with a menu of at most ten rows in all.</summary>
public sealed record ListContent(string Body, string Button, IReadOnlyList<ListSection> Sections) : OutgoingContent;

public sealed record ListSection(string? Title, IReadOnlyList<ListRow> Rows);

/// <summary>A row: id up to 200, title up to 24, description up to 72 characters.</summary>
public sealed record ListRow(string Id, string Title, string? Description = null);

/// <summary>Words of up to 1,024 characters with a button of up to 20 that opens a Flow at its first screen.</summary>
public sealed record FlowContent(string Body, string Button, string FlowId, string Token) : OutgoingContent;

/// <summary>A picture by its file in the data directory, JPEG or PNG up to 5 MB.</summary>
public sealed record ImageContent(string File, string? Caption = null) : OutgoingContent;

/// <summary>A document by its file in the data directory, up to 100 MB, with the name she sees.</summary>
public sealed record DocumentContent(string File, string FileName, string MimeType, string? Caption = null)
    : OutgoingContent;
