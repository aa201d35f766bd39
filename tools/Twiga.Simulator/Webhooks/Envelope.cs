using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Twiga.Simulator.Phones;

namespace Twiga.Simulator.Webhooks;

/// <summary>Builds webhook bodies in Meta's form.</summary>
internal sealed class Envelope(SimulatorOptions options)
{
    public string OwnNumber => options.DisplayPhoneNumber;

    public byte[] Messages(IEnumerable<(Teacher Teacher, JsonObject Message)> messages)
    {
        var value = Value();
        var contacts = new JsonArray();
        var items = new JsonArray();
        var known = new HashSet<string>();
        foreach (var (teacher, message) in messages)
        {
            if (known.Add(teacher.Id))
                contacts.Add(Contact(teacher));
            items.Add(message.DeepClone());
        }

        value["contacts"] = contacts;
        value["messages"] = items;
        return Wire(value);
    }

    public byte[] Status(Teacher teacher, JsonObject status)
    {
        var value = Value();
        value["contacts"] = new JsonArray(Contact(teacher));
        value["statuses"] = new JsonArray(status);
        return Wire(value);
    }

    public static JsonObject Message(Teacher teacher, string id, DateTimeOffset at)
    {
        var message = new JsonObject();
        if (teacher.ShowsPhone)
            message["from"] = teacher.Phone;
        if (teacher.ShowsUserId)
            message["from_user_id"] = teacher.UserId;
        message["id"] = id;
        message["timestamp"] = Seconds(at);
        return message;
    }

    public static string Seconds(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static JsonObject Contact(Teacher teacher)
    {
        var contact = new JsonObject { ["profile"] = new JsonObject { ["name"] = teacher.Name } };
        if (teacher.ShowsPhone)
            contact["wa_id"] = teacher.Phone;
        if (teacher.ShowsUserId)
            contact["user_id"] = teacher.UserId;
        return contact;
    }

    private JsonObject Value() => new()
    {
        ["messaging_product"] = "whatsapp",
        ["metadata"] = new JsonObject
        {
            ["display_phone_number"] = options.DisplayPhoneNumber,
            ["phone_number_id"] = options.PhoneNumberId,
        },
    };

    private byte[] Wire(JsonObject value)
    {
        var change = new JsonObject { ["value"] = value, ["field"] = "messages" };
        var entry = new JsonObject { ["id"] = options.BusinessAccountId, ["changes"] = new JsonArray(change) };
        var body = new JsonObject { ["object"] = "whatsapp_business_account", ["entry"] = new JsonArray(entry) };
        return Encoding.ASCII.GetBytes(AsMetaWrites(body.ToJsonString(Json.Options)));
    }

    /// <summary>Meta escapes slashes and everything outside ASCII, in lower-case hex.</summary>
    private static string AsMetaWrites(string json)
    {
        var wire = new StringBuilder(json.Length + 64);
        foreach (var letter in json)
            _ = letter switch
            {
                '/' => wire.Append("\\/"),
                < (char)128 => wire.Append(letter),
                _ => wire.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
            };
        return wire.ToString();
    }
}
