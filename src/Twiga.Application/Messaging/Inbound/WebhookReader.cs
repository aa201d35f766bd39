using System.Text;
using System.Text.Json;
using Twiga.Domain.Messaging;

namespace Twiga.Application.Messaging;

/// <summary>Reads whatever WhatsApp posts. Each item stands for itself: what cannot be read is quarantined alone.</summary>
internal sealed class WebhookReader
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = Shallow.Deepest };

    private readonly List<ReceivedMessage> _messages = [];
    private readonly List<DeliveryReport> _reports = [];
    private readonly List<AccountEvent> _events = [];
    private readonly List<QuarantinedItem> _quarantined = [];
    private readonly DateTimeOffset _receivedAt;
    private readonly bool _isUtf8;

    private WebhookReader(DateTimeOffset receivedAt, bool isUtf8) => (_receivedAt, _isUtf8) = (receivedAt, isUtf8);

    public static ReadWebhook Read(ReadOnlyMemory<byte> body, DateTimeOffset receivedAt)
    {
        if (body.Span.StartsWith(ByteOrderMark))
            body = body[ByteOrderMark.Length..];

        var reader = new WebhookReader(receivedAt, System.Text.Unicode.Utf8.IsValid(body.Span));
        if (body.Span.IndexOfAnyExcept(" \r\n\t"u8) >= 0)
            reader.ReadBody(body);

        return new ReadWebhook(
            reader._messages.DistinctBy(m => m.Wamid).OrderBy(m => m.SentAt).ToList(),
            reader._reports, reader._events, reader._quarantined);
    }

    private void ReadBody(ReadOnlyMemory<byte> body)
    {
        if (Parse(body) is { } document)
        {
            using (document)
                ReadRoot(document.RootElement);
        }
        else
        {
            Quarantine("a body that is no JSON", Encoding.UTF8.GetString(body.Span).Replace('\0', '\uFFFD'));
        }
    }

    private static JsonDocument? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonDocument.Parse(body, Options);
        }
        catch (JsonException)
        {
            return Shallow.Cut(body.Span) is { } shallow ? JsonDocument.Parse(shallow, Options) : null;
        }
    }

    private void ReadRoot(JsonElement root)
    {
        if (root.ValueKind is JsonValueKind.Array or JsonValueKind.String && root.Raw().Length > 2)
            Quarantine("a body that is no object", root);
        else if (root.Text("object"u8) is not (null or "whatsapp_business_account"))
            AddEvent("object." + root.Text("object"u8), root);
        else if (root.Member("entry"u8) is { } entries)
            ReadAll(entries, "entry", ReadEntry);
    }

    private void ReadEntry(JsonElement entry)
    {
        if (entry.Member("changes"u8) is { } changes)
            ReadAll(changes, "changes", ReadChange);
        else
            Quarantine("an entry without changes", entry);
    }

    private void ReadChange(JsonElement change)
    {
        if (change.Object("value"u8) is not { } value)
        {
            Quarantine("a change without a value", change);
            return;
        }

        var field = change.Text("field"u8);
        var messages = value.Member("messages"u8);
        var statuses = value.Member("statuses"u8);
        var contacts = value.Member("contacts"u8) is { ValueKind: JsonValueKind.Object } one
            ? [one]
            : value.Member("contacts"u8)?.Items().ToList() ?? [];
        if (messages is { } received)
            ReadAll(received, "messages", item => ReadMessage(item, contacts));
        if (statuses is { } reported)
            ReadAll(reported, "statuses", ReadStatus);
        if (value.Member("errors"u8) is { } errors)
            AddEvent("errors", errors);
        else if (messages is null && statuses is null && field != "messages")
            AddEvent(field ?? "unknown", value);
    }

    private void ReadMessage(JsonElement item, IReadOnlyList<JsonElement> contacts)
    {
        if (IsGarbled(item))
            return;

        var (message, fault) = MessageReader.Read(item, contacts, _receivedAt);
        if (message is not null)
            _messages.Add(message);
        else
            Quarantine(fault!, item);
    }

    private void ReadStatus(JsonElement item)
    {
        if (IsGarbled(item))
            return;
        if (item.Text("type"u8) == "payment")
        {
            AddEvent("statuses.payment", item);
            return;
        }

        var (report, fault) = StatusReader.Read(item, _receivedAt);
        if (report is not null)
            _reports.Add(report);
        else
            Quarantine(fault!, item);
    }

    private void ReadAll(JsonElement list, string name, Action<JsonElement> read)
    {
        if (list.ValueKind != JsonValueKind.Array)
        {
            Quarantine($"{name} that is no list", list);
            return;
        }

        foreach (var item in list.EnumerateArray())
            read(item);
    }

    private bool IsGarbled(JsonElement item)
    {
        if (_isUtf8 || System.Text.Unicode.Utf8.IsValid(System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(item)))
            return false;

        Quarantine("bytes that are no UTF-8", item);
        return true;
    }

    private void AddEvent(string field, JsonElement payload) => _events.Add(new AccountEvent
    {
        Field = field.Length <= 200 ? field : field[..200],
        Payload = payload.Raw(),
        ReceivedAt = _receivedAt,
    });

    private void Quarantine(string reason, JsonElement item) => Quarantine(reason, item.Raw());

    private void Quarantine(string reason, string raw) =>
        _quarantined.Add(new QuarantinedItem { Reason = reason, Raw = raw, ReceivedAt = _receivedAt });
}
