using System.Text.Json;
using System.Text.Json.Nodes;
using Twiga.Simulator.Graph;
using Twiga.Simulator.Webhooks;

namespace Twiga.Simulator.Phones;

/// <summary>Turns what a teacher does on her phone into a webhook.</summary>
internal sealed class Handset(Talks talks, Envelope envelope, Courier courier, MediaShelf shelf, TimeProvider clock)
{
    public event Action<Said>? Happened;

    public string Say(Said said) => Say([said], together: false)[0];

    /// <summary>Returns the wamids, in order; together, they travel in one webhook.</summary>
    public IReadOnlyList<string> Say(IReadOnlyList<Said> all, bool together)
    {
        var made = new List<(Teacher Teacher, JsonObject Message)>(all.Count);
        foreach (var said in all)
        {
            var teacher = talks.Find(said.Teacher);
            var message = Wire(said, teacher);
            Show(said, teacher, message);
            Happened?.Invoke(said);
            made.Add((teacher, message));
        }

        if (together && made.Count > 0)
            Post(made);
        else
            foreach (var one in made)
                Post([one]);
        return [.. made.Select(one => one.Message["id"]!.GetValue<string>())];
    }

    /// <summary>Posts a message that was refused or given up once more, under the same wamid.</summary>
    public bool SayAgain(string id)
    {
        if (talks.Message(id) is not { ByTeacher: true, Content: { } content } message)
            return false;
        talks.Change(id, now => now with { State = "sent", Problem = null });
        Post([(talks.Find(message.Teacher), JsonObject.Create(content)!)]);
        return true;
    }

    private void Post(List<(Teacher Teacher, JsonObject Message)> made)
    {
        var ids = made.Select(one => one.Message["id"]!.GetValue<string>()).ToList();
        courier.Send(new Parcel(made[0].Teacher.Id, "message", envelope.Messages(made), ids[0])
        {
            Report = outcome => ids.ForEach(id => talks.Change(id, message => After(outcome, message))),
        });
    }

    private static TalkMessage After(Delivery outcome, TalkMessage message) => outcome switch
    {
        Delivery.Accepted => message with { State = message.State == "read" ? "read" : "delivered", Problem = null },
        Delivery.Refused => message with { State = "refused", Problem = "The Api refused the webhook." },
        Delivery.Waiting => message with { Problem = "The Api does not answer; trying again." },
        _ => message with { State = "failed", Problem = "The Api did not answer; given up." },
    };

    private void Show(Said said, Teacher teacher, JsonObject message)
    {
        if (Changes(said) is { } change)
            talks.Change(change.Id, change.Make);
        else
            talks.Add(Bubble(said, teacher, message));
    }

    /// <summary>What she does to a message that is there already.</summary>
    private static (string Id, Func<TalkMessage, TalkMessage> Make)? Changes(Said said) => said switch
    {
        { Reaction: { } put } => (put.MessageId, now => now with { Reaction = put.Emoji }),
        { Edit: { } edit } => (edit.MessageId, now => now with { Text = edit.Text, Change = "edited" }),
        { Revoke: { } id } => (id, now => now with { Text = null, Media = null, Change = "deleted" }),
        _ => null,
    };

    private TalkMessage Bubble(Said said, Teacher teacher, JsonObject message) =>
        new()
        {
            Id = message["id"]!.GetValue<string>(),
            Teacher = teacher.Id,
            ByTeacher = true,
            At = said.At ?? clock.GetUtcNow(),
            Type = message["type"]?.ToString() ?? "text",
            Text = said.Text ?? (said.Button ?? said.Row ?? said.QuickReply)?.Title ?? said.Media?.Caption,
            Media = said.Media is { } media ? shelf.Find(media.Id)?.Shown(media.Voice) : null,
            Content = message.Deserialize<JsonElement>(),
            ReplyTo = said.ReplyTo,
            State = "sent",
        };

    private JsonObject Wire(Said said, Teacher teacher)
    {
        var message = Envelope.Message(teacher, said.Id ?? Wamid.New(teacher.Id), said.At ?? clock.GetUtcNow());
        if (said.ReplyTo is { } replyTo)
            message["context"] = new JsonObject { ["from"] = envelope.OwnNumber, ["id"] = replyTo };
        foreach (var (name, content) in said.Message ?? Content(said))
            message[name] = content?.DeepClone();
        return message;
    }

    private JsonObject Content(Said said) => said switch
    {
        { Button: { } button } => Typed("interactive", Reply("button_reply", button)),
        { Row: { } row } => Typed("interactive", Reply("list_reply", row)),
        { QuickReply: { } quick } => Typed("button", new() { ["payload"] = quick.Id, ["text"] = quick.Title }),
        { Reaction: { } put } => Typed(
            "reaction", new() { ["message_id"] = put.MessageId, ["emoji"] = put.Emoji ?? "" }),
        { Edit: { } edit } => Typed("edit", new()
        {
            ["original_message_id"] = edit.MessageId,
            ["message"] = Typed("text", new() { ["body"] = edit.Text }),
        }),
        { Revoke: { } id } => Typed("revoke", new() { ["original_message_id"] = id }),
        { Media: { } media } => Typed(media.Type, Medium(media)),
        _ => Typed("text", new() { ["body"] = said.Text ?? "" }),
    };

    private JsonObject Medium(SaidMedia media)
    {
        var kept = shelf.Find(media.Id);
        var medium = new JsonObject { ["id"] = media.Id };
        if (kept is not null)
            (medium["mime_type"], medium["sha256"]) = (kept.MimeType, kept.Sha256Base64);
        if (media.Type == "document")
            medium["filename"] = kept?.FileName ?? "document";
        if (media.Type == "audio")
            medium["voice"] = media.Voice;
        if (media.Caption is { Length: > 0 } caption)
            medium["caption"] = caption;
        return medium;
    }

    private static JsonObject Typed(string type, JsonObject content) => new() { ["type"] = type, [type] = content };

    private static JsonObject Reply(string kind, Choice choice)
    {
        var reply = new JsonObject { ["id"] = choice.Id, ["title"] = choice.Title };
        if (choice.Description is { } description)
            reply["description"] = description;
        return new JsonObject { ["type"] = kind, [kind] = reply };
    }
}
