using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using static Twiga.Simulator.Graph.OutgoingMessage;

namespace Twiga.Simulator.Models;

/// <summary>
/// Fills objects that are items of an exercise, by the names of their properties: a question with options and their key,
/// a statement and whether it is true, a pair, a question and its answer. All of one object is made of one fact.
/// </summary>
internal sealed partial class ItemFiller(Material material, string order)
{
    private const int OptionsByDefault = 4, MostItems = 30;
    private static readonly string[] _asks = ["question", "stem", "statement", "left"];
    private readonly string _kind = Kind().Match(order) is { Success: true } named ? named.Groups[1].Value : "";
    private int _made;

    public bool IsUsedUp => material.IsUsedUp;

    public static bool IsItem(JsonElement schema) =>
        Member(schema, "properties") is { ValueKind: JsonValueKind.Object } properties
        && properties.EnumerateObject().Count(property => _asks.Contains(Plain(property.Name))) == 1
        && properties.EnumerateObject().Count() > 1;

    /// <summary>How many items the request asks for; the last word on it counts.</summary>
    public int? Wanted => Number().Matches(order).LastOrDefault() is { } match
        ? Math.Min(MostItems, int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture))
        : null;

    /// <summary>Otherwise fills the properties that have nothing to do with the item.</summary>
    public JsonObject Fill(JsonElement schema, Func<JsonElement, JsonNode?> otherwise)
    {
        var properties = Member(schema, "properties")!.Value.EnumerateObject().ToList();
        var (fact, nth) = (material.Next(), _made++ + material.Turn);
        var options = properties.Find(property => Plain(property.Name) is "options" or "choices") is { Value: var list }
            && list.ValueKind == JsonValueKind.Object
                ? Options(fact, list, nth)
                : null;
        var isTrue = nth % 2 == 0;
        var filled = new JsonObject();
        foreach (var property in properties)
            filled[property.Name] = (Plain(property.Name), options) switch
            {
                ("options" or "choices", _) => new JsonArray([.. options!.Select(option => JsonValue.Create(option))]),
                ("right" or "key" or "correct" or "answer", not null) => Key(property.Value, options.IndexOf(fact.Term), fact.Term),
                ("statement", _) => isTrue ? fact.Sentence : False(fact, nth),
                ("istrue" or "true", _) => isTrue,
                ("passage" or "source", _) => fact.Passage,
                ("left", _) => fact.Gap,
                ("right", _) => fact.Term,
                ("question" or "stem", _) => Question(fact, options is not null),
                ("answer", _) => Answer(fact),
                _ => otherwise(property.Value),
            };
        return filled;
    }

    private List<string> Options(Fact fact, JsonElement schema, int nth)
    {
        var count = Member(schema, "minItems") is { ValueKind: JsonValueKind.Number } least
            ? Math.Max(2, least.GetInt32())
            : OptionsByDefault;
        var options = material.Others(fact, count - 1).ToList();
        options.Insert(nth * 3 % (options.Count + 1), fact.Term);
        return options;
    }

    private string False(Fact fact, int nth) => material.Others(fact, nth % 3 + 1) is [.., var other]
        ? fact.With(other)
        : fact.With("_____");

    private string Question(Fact fact, bool hasOptions) => (Language.IsSwahili(fact.Sentence), _kind, hasOptions) switch
    {
        (_, _, true) => fact.Gap,
        (true, "essay", _) => $"Eleza kwa mifano unachojua kuhusu {fact.Term}.",
        (false, "essay", _) => $"Explain with examples what you know about {fact.Term}.",
        (true, _, _) => $"Andika neno linalokosekana: {fact.Gap}",
        _ => $"Write the missing word: {fact.Gap}",
    };

    private string Answer(Fact fact) => _kind == "essay"
        ? string.Join(' ', material.SentencesWith(fact.Term).Take(3))
        : fact.Term;

    /// <summary>The key as its schema wants it: a letter, a place, or the words themselves.</summary>
    private static JsonNode? Key(JsonElement schema, int place, string words)
    {
        if (Member(schema, "enum") is { ValueKind: JsonValueKind.Array } choices && place < choices.GetArrayLength())
            return JsonNode.Parse(choices[place].GetRawText());
        return Text(schema, "type") switch
        {
            "integer" or "number" => place,
            _ when Text(schema, "description")?.Contains("letter", StringComparison.OrdinalIgnoreCase) == true =>
                ((char)('A' + place)).ToString(),
            _ => words,
        };
    }

    private static string Plain(string name) => name.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();

    [GeneratedRegex(@"^Kind: (\w+)", RegexOptions.Multiline)]
    private static partial Regex Kind();

    [GeneratedRegex(@"\b(\d{1,2}) (?:more|items|questions|statements|pairs)\b")]
    private static partial Regex Number();
}
