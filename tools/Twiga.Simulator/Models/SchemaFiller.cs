using System.Text.Json;
using System.Text.Json.Nodes;
using static Twiga.Simulator.Graph.OutgoingMessage;

namespace Twiga.Simulator.Models;

/// <summary>
/// Fills a JSON schema: items of exercises and worked equations as such, of anything else words from the request's
/// passages, the first choice, the smallest number.
/// </summary>
internal sealed class SchemaFiller
{
    private const int Deepest = 24, ItemsByDefault = 2;
    private readonly JsonElement _root;
    private readonly List<string> _sentences;
    private readonly ItemFiller _items;
    private readonly string _asked;
    private int _next;

    private SchemaFiller(JsonElement schema, ChatRequest request)
    {
        _root = schema;
        var text = string.Join("\n\n", request.Messages.Where(message => message.Role != "system").Select(m => m.Text));
        var asked = request.Messages.Where(message => message.Role == "user").Select(m => m.Text).ToList();
        _asked = asked.Count == 0 ? "" : asked[0];
        var orders = request.Messages.Where(message => message.Role == "system").Select(m => m.Text).Concat(asked.Skip(1));
        _items = new ItemFiller(new Material(_asked), string.Join('\n', orders));
        var passages = Quotes.Passages(text);
        _sentences =
        [
            .. (passages.Count > 0 ? passages.Select(passage => passage.Text) : [text])
                .SelectMany(Quotes.Sentences).Distinct(),
        ];
        if (_sentences.Count == 0)
            _sentences.Add("The stand-in model was given no passage to quote.");
    }

    public static string Fill(JsonElement schema, ChatRequest request) =>
        new SchemaFiller(schema, request).Value(schema, 0)?.ToJsonString(Json.Options) ?? "null";

    private JsonNode? Value(JsonElement schema, int depth)
    {
        if (depth > Deepest || schema.ValueKind != JsonValueKind.Object)
            return null;
        if (Text(schema, "$ref") is { } reference)
            return Value(Resolve(reference), depth + 1);
        if (Member(schema, "const") is { } fixedValue)
            return Node(fixedValue);
        if (Member(schema, "enum") is { ValueKind: JsonValueKind.Array } choices)
            return Node(choices.EnumerateArray().First());
        foreach (var name in (string[])["anyOf", "oneOf", "allOf"])
            if (Member(schema, name) is { ValueKind: JsonValueKind.Array } options)
                return Value(options.EnumerateArray().First(option => Text(option, "type") != "null"), depth + 1);
        return TypeOf(schema) switch
        {
            "object" => Filled(schema, depth),
            "array" => List(schema, depth),
            "string" => Words(schema),
            "integer" or "number" => Number(schema),
            "boolean" => true,
            _ => null,
        };
    }

    private JsonObject Filled(JsonElement schema, int depth)
    {
        if (ItemFiller.IsItem(schema) && !_items.IsUsedUp)
            return _items.Fill(schema, part => Value(part, depth + 1));
        if (IsWorkedEquation(schema))
        {
            var (steps, answer) = Equations.Solve(_asked);
            return new() { ["steps"] = new JsonArray([.. steps.Select(step => JsonValue.Create(step))]), ["answer"] = answer };
        }

        var filled = new JsonObject();
        if (Member(schema, "properties") is { ValueKind: JsonValueKind.Object } properties)
            foreach (var property in properties.EnumerateObject())
                filled[property.Name] = Value(property.Value, depth + 1);
        return filled;
    }

    private JsonArray List(JsonElement schema, int depth)
    {
        var least = Count(schema, "minItems") ?? ItemsByDefault;
        var wanted = Math.Min(Math.Max(least, 1), Count(schema, "maxItems") ?? int.MaxValue);
        var items = Text(Member(schema, "items") ?? default, "$ref") is { } reference
            ? Resolve(reference)
            : Member(schema, "items") ?? default;
        if (ItemFiller.IsItem(items))
            return Items(items, Count(schema, "minItems") ?? _items.Wanted ?? wanted, depth + 1);
        return new JsonArray([.. Enumerable.Range(0, wanted).Select(_ => Value(items, depth + 1))]);
    }

    /// <summary>Fewer than wanted where the passages hold no more.</summary>
    private JsonArray Items(JsonElement schema, int wanted, int depth)
    {
        var made = new JsonArray();
        while (made.Count < wanted && !_items.IsUsedUp)
            made.Add(Filled(schema, depth));
        return made;
    }

    private static bool IsWorkedEquation(JsonElement schema) =>
        Member(schema, "properties") is { ValueKind: JsonValueKind.Object } properties
        && properties.EnumerateObject().Select(property => property.Name).SequenceEqual(["steps", "answer"]);

    private string Words(JsonElement schema)
    {
        var sentence = _sentences[_next++ % _sentences.Count];
        if (_next > _sentences.Count)
            sentence += $" ({_next})";
        return Count(schema, "maxLength") is { } limit && sentence.Length > limit ? sentence[..limit] : sentence;
    }

    private static JsonNode Number(JsonElement schema)
    {
        var least = Count(schema, "minimum") ?? 1;
        return Math.Min(Math.Max(least, 1), Count(schema, "maximum") ?? int.MaxValue);
    }

    private static int? Count(JsonElement schema, string name) =>
        Member(schema, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var count)
            ? count
            : null;

    private static string? TypeOf(JsonElement schema) => Member(schema, "type") switch
    {
        { ValueKind: JsonValueKind.String } one => one.GetString(),
        { ValueKind: JsonValueKind.Array } several =>
            several.EnumerateArray().Select(type => type.GetString()).FirstOrDefault(type => type != "null"),
        _ => Member(schema, "properties") is null ? null : "object",
    };

    private JsonElement Resolve(string reference)
    {
        var at = _root;
        foreach (var step in reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries))
            at = Member(at, step.Replace("~1", "/").Replace("~0", "~")) ?? default;
        return at;
    }

    private static JsonNode? Node(JsonElement value) => JsonNode.Parse(value.GetRawText());
}
