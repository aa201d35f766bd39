using System.Text.Json;
using Twiga.Simulator.Control;
using Twiga.Simulator.Phones;

namespace Twiga.Simulator.Graph;

/// <summary>What follows once a call was taken or refused: it is recorded, shown, and reported on.</summary>
internal sealed class Acceptance(
    Ledger ledger, Talks talks, StatusReporter statuses, MediaShelf shelf, TimeProvider clock)
{
    public (string Wamid, Teacher Teacher) Accept(OutgoingMessage message, int status)
    {
        var teacher = talks.Find(message.Address!);
        var wamid = Wamid.New(teacher.Id);
        ledger.Add(Call(message) with { Accepted = true, Status = status, Wamid = wamid });
        if (message.IsDropped)
            return (wamid, teacher);
        if (message is { Type: "reaction", Content: { } reaction })
            talks.Change(
                OutgoingMessage.Text(reaction, "message_id") ?? "",
                now => now with { Reaction = OutgoingMessage.Text(reaction, "emoji") });
        else
            talks.Add(Bubble(message, wamid, teacher));
        statuses.Report(wamid, teacher, message.CallbackId);
        return (wamid, teacher);
    }

    public void AcceptRead(OutgoingMessage message, int status, LiveFeed feed)
    {
        ledger.Add(Call(message) with { Accepted = true, Status = status });
        if (talks.Message(message.MessageId ?? "") is not { } read)
            return;
        foreach (var earlier in talks.Read(read.Teacher).Where(m => m.ByTeacher && m.State is "sent" or "delivered"))
            if (earlier.At <= read.At)
                talks.Change(earlier.Id, now => now with { State = "read", Problem = null });
        if (message.Typing)
            feed.Tell("typing", new { read.Teacher });
    }

    public void Refuse(OutgoingMessage? message, string route, int status, GraphError? error) =>
        ledger.Add((message is null ? new GraphCall { Route = route } : Call(message)) with
        {
            Status = status,
            Code = error?.Code,
            Details = error?.Details,
        });

    private static GraphCall Call(OutgoingMessage message) => new()
    {
        Route = message.IsReadReceipt ? "read" : "messages",
        To = message.To,
        Recipient = message.Recipient,
        Type = message.IsReadReceipt ? null : message.Type,
        Text = message.Words,
        CallbackId = message.CallbackId,
        MessageId = message.MessageId,
        Typing = message.Typing,
        Body = message.Root.GetRawText(),
    };

    private TalkMessage Bubble(OutgoingMessage message, string wamid, Teacher teacher) => new()
    {
        Id = wamid,
        Teacher = teacher.Id,
        At = clock.GetUtcNow(),
        Type = message.Type,
        Text = message.Words,
        Media = Media(message),
        Content = message.Type == "text" ? null : message.Content?.Clone(),
        ReplyTo = message.ReplyTo,
        CallbackId = message.CallbackId,
        State = "sent",
    };

    private TalkMedia? Media(OutgoingMessage message)
    {
        if (message.Content is not { ValueKind: JsonValueKind.Object } content ||
            OutgoingMessage.Text(content, "id") is not { } id || shelf.Find(id) is not { } medium)
            return null;
        return medium.Shown() with { FileName = OutgoingMessage.Text(content, "filename") ?? medium.FileName };
    }
}
