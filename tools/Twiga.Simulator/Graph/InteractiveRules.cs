using System.Globalization;
using System.Text;
using System.Text.Json;
using static Twiga.Simulator.Graph.MessageRules;
using static Twiga.Simulator.Graph.OutgoingMessage;

namespace Twiga.Simulator.Graph;

/// <summary>The limits of buttons, lists and Flow messages.</summary>
internal static class InteractiveRules
{
    private const int BodyLength = 1024, HeaderLength = 60, FooterLength = 60;
    private const int Buttons = 3, ButtonTitle = 20, ButtonId = 256;
    private const int Rows = 10, RowTitle = 24, RowDescription = 72, RowId = 200, SectionTitle = 24, FlowButton = 30;
    private const int UrlLength = 2000;

    public static GraphError? Refuses(JsonElement? content, MediaShelf shelf)
    {
        if (content is not { ValueKind: JsonValueKind.Object } interactive)
            return GraphError.Missing("The interactive object is required.");
        var kind = Text(interactive, "type");
        if (kind is null)
            return GraphError.Missing("interactive.type is required.");
        return Required(Words(interactive, "body"), BodyLength, "interactive.body.text")
            ?? (Member(interactive, "footer") is null
                ? null
                : Required(Words(interactive, "footer"), FooterLength, "interactive.footer.text"))
            ?? Header(interactive, kind, shelf)
            ?? (Member(interactive, "action") is not { } action
                ? GraphError.Missing("interactive.action is required.")
                : Action(kind, action));
    }

    private static GraphError? Action(string kind, JsonElement action) => kind switch
    {
        "button" => ReplyButtons(action),
        "list" => List(action),
        "flow" => Flow(action),
        "cta_url" => Parameters(action) is { } url
            ? Required(Text(url, "display_text"), ButtonTitle, "display_text")
                ?? Required(Text(url, "url"), UrlLength, "url")
            : GraphError.Missing("action.parameters is required."),
        "location_request_message" or "request_contact_info" => Required(Text(action, "name"), 60, "action.name"),
        _ => GraphError.Invalid($"interactive.type {kind} is not supported."),
    };

    private static GraphError? Header(JsonElement interactive, string kind, MediaShelf shelf)
    {
        if (Member(interactive, "header") is not { } header)
            return null;
        var type = Text(header, "type");
        if (type == "text")
            return Required(Text(header, "text"), HeaderLength, "interactive.header.text");
        if (kind == "list" || type is not ("image" or "video" or "document"))
            return GraphError.BadValue($"interactive.header.type {type} is not supported here.");
        return Medium(type, Member(header, type), shelf);
    }

    private static GraphError? ReplyButtons(JsonElement action)
    {
        var buttons = Items(action, "buttons");
        if (buttons.Count is 0 or > Buttons)
            return GraphError.BadValue($"A message has 1 to {Buttons} reply buttons; got {buttons.Count}.");
        var (ids, titles) = (new HashSet<string>(), new HashSet<string>());
        foreach (var button in buttons)
        {
            if (Text(button, "type") != "reply" || Member(button, "reply") is not { } reply)
                return GraphError.BadValue("A button must be of type reply and have a reply.");
            var (id, title) = (Text(reply, "id"), Text(reply, "title"));
            if ((Required(id, ButtonId, "reply.id") ?? Required(title, ButtonTitle, "reply.title")) is { } refused)
                return refused;
            if (!ids.Add(id!) || !titles.Add(title!))
                return GraphError.BadValue("Ids and titles of buttons must be unique.");
            if (HasEmoji(title!) || title!.AsSpan().ContainsAny("*_~`"))
                return GraphError.BadValue("Titles of buttons take no emoji and no markup.");
        }

        return null;
    }

    private static GraphError? List(JsonElement action)
    {
        var refused = Required(Text(action, "button"), ButtonTitle, "action.button");
        if (refused is not null)
            return refused;
        var sections = Items(action, "sections");
        if (sections.Count is 0 or > Rows)
            return GraphError.BadValue($"A list has 1 to {Rows} sections; got {sections.Count}.");
        if (sections.Count > 1 && sections.Exists(section => string.IsNullOrWhiteSpace(Text(section, "title"))))
            return GraphError.Missing("From two sections on each needs a title.");
        refused = sections.Select(section => TooLong(Text(section, "title"), SectionTitle, "section.title"))
            .FirstOrDefault(tooLong => tooLong is not null);
        if (refused is not null)
            return refused;
        var rows = sections.SelectMany(section => Items(section, "rows")).ToList();
        if (rows.Count is 0 or > Rows)
            return GraphError.BadValue($"A list has 1 to {Rows} rows in all; got {rows.Count}.");
        if (rows.Select(row => Text(row, "id")).Distinct().Count() != rows.Count)
            return GraphError.BadValue("Ids of rows must be unique.");
        return rows.Select(Row).FirstOrDefault(row => row is not null);
    }

    private static GraphError? Row(JsonElement row) =>
        Required(Text(row, "id"), RowId, "row.id")
        ?? Required(Text(row, "title"), RowTitle, "row.title")
        ?? TooLong(Text(row, "description"), RowDescription, "row.description");

    private static GraphError? Flow(JsonElement action)
    {
        if (Text(action, "name") != "flow" || Parameters(action) is not { } parameters)
            return GraphError.Missing("A flow needs action.name flow and action.parameters.");
        var button = Text(parameters, "flow_cta");
        if (Required(button, FlowButton, "flow_cta") is { } refused)
            return refused;
        if (HasEmoji(button!))
            return GraphError.BadValue("flow_cta takes no emoji.");
        if (Text(parameters, "flow_id") is null && Text(parameters, "flow_name") is null)
            return GraphError.Missing("flow_id is required.");
        if (Text(parameters, "flow_message_version") != "3")
            return GraphError.BadValue("flow_message_version must be 3.");
        return Text(parameters, "flow_action") is null or "navigate" or "data_exchange"
            ? null
            : GraphError.BadValue("flow_action must be navigate or data_exchange.");
    }

    private static JsonElement? Parameters(JsonElement action) => Member(action, "parameters");

    private static string? Words(JsonElement interactive, string part) =>
        Member(interactive, part) is { } found ? Text(found, "text") : null;

    private static List<JsonElement> Items(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.Array } items ? [.. items.EnumerateArray()] : [];

    private static bool HasEmoji(string text) => text.EnumerateRunes().Any(rune =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol || rune.Value is 0xFE0F or 0x200D);
}
