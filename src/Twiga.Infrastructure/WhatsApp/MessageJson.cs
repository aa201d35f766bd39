using System.Text.Json.Nodes;
using Twiga.Application.Messaging;
using Twiga.Domain.Messaging;

namespace Twiga.Infrastructure.WhatsApp;

/// <summary>The body of POST …/messages (whatsapp.md, section 3).</summary>
internal static class MessageJson
{
    public static JsonObject For(OutgoingMessage message, Addressee addressee, string? mediaId)
    {
        var body = new JsonObject
        {
            ["messaging_product"] = "whatsapp",
            ["recipient_type"] = "individual",
            ["biz_opaque_callback_data"] = message.Id.ToString(),
        };
        if (addressee.Phone is not null)
            body["to"] = addressee.Phone;
        else
            body["recipient"] = addressee.UserId;

        var (type, content) = Content(message.Content, mediaId);
        body["type"] = type;
        body[type] = content;
        return body;
    }

    private static (string Type, JsonObject Content) Content(OutgoingContent content, string? mediaId) => content switch
    {
        TextContent text => ("text", new JsonObject { ["body"] = text.Body, ["preview_url"] = false }),
        ButtonsContent buttons => ("interactive", Buttons(buttons)),
        ListContent list => ("interactive", List(list)),
        FlowContent flow => ("interactive", Flow(flow)),
        ImageContent image => ("image", Media(mediaId, image.Caption)),
        DocumentContent document => ("document", Document(document, mediaId)),
        TemplateContent template => ("template", Template(template)),
        _ => throw new InvalidOperationException($"{content.GetType().Name} has no form at WhatsApp."),
    };

    private static JsonObject Buttons(ButtonsContent content)
    {
        var buttons = content.Buttons.Select(b => (JsonNode)new JsonObject
        {
            ["type"] = "reply",
            ["reply"] = new JsonObject { ["id"] = b.Id, ["title"] = b.Title },
        });
        var interactive = new JsonObject
        {
            ["type"] = "button",
            ["body"] = new JsonObject { ["text"] = content.Body },
            ["action"] = new JsonObject { ["buttons"] = new JsonArray([.. buttons]) },
        };
        if (content.Footer is not null)
            interactive["footer"] = new JsonObject { ["text"] = content.Footer };
        return interactive;
    }

    private static JsonObject List(ListContent content) => new()
    {
        ["type"] = "list",
        ["body"] = new JsonObject { ["text"] = content.Body },
        ["action"] = new JsonObject
        {
            ["button"] = content.Button,
            ["sections"] = new JsonArray([.. content.Sections.Select(Section)]),
        },
    };

    // the endpoint fills in the first screen (INIT)
    private static JsonObject Flow(FlowContent content) => new()
    {
        ["type"] = "flow",
        ["body"] = new JsonObject { ["text"] = content.Body },
        ["action"] = new JsonObject
        {
            ["name"] = "flow",
            ["parameters"] = new JsonObject
            {
                ["flow_message_version"] = "3",
                ["flow_id"] = content.FlowId,
                ["flow_token"] = content.Token,
                ["flow_cta"] = content.Button,
                ["mode"] = "published",
                ["flow_action"] = "data_exchange",
            },
        },
    };

    private static JsonObject Section(ListSection section)
    {
        var json = new JsonObject { ["rows"] = new JsonArray([.. section.Rows.Select(Row)]) };
        if (section.Title is not null)
            json["title"] = section.Title;
        return json;
    }

    private static JsonObject Row(ListRow row)
    {
        var json = new JsonObject { ["id"] = row.Id, ["title"] = row.Title };
        if (row.Description is not null)
            json["description"] = row.Description;
        return json;
    }

    private static JsonObject Template(TemplateContent template)
    {
        var json = new JsonObject
        {
            ["name"] = template.Name,
            ["language"] = new JsonObject { ["code"] = template.LanguageCode },
        };
        if (template.Words is not { Count: > 0 } words)
            return json;

        var places = words.Select(w => (JsonNode)new JsonObject { ["type"] = "text", ["text"] = w });
        json["components"] = new JsonArray(
            new JsonObject { ["type"] = "body", ["parameters"] = new JsonArray([.. places]) });
        return json;
    }

    private static JsonObject Media(string? id, string? caption)
    {
        var json = new JsonObject { ["id"] = id };
        if (caption is not null)
            json["caption"] = caption;
        return json;
    }

    private static JsonObject Document(DocumentContent document, string? id)
    {
        var json = Media(id, document.Caption);
        json["filename"] = document.FileName;
        return json;
    }
}
