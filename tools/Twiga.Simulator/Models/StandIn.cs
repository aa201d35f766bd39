using System.Text.Json;
using System.Text.RegularExpressions;
using static Twiga.Simulator.Graph.OutgoingMessage;

namespace Twiga.Simulator.Models;

/// <summary>Rules in the place of a language model: they call the right tool and quote what it gives back.</summary>
internal static partial class StandIn
{
    private const int MostCalls = 6, MostPassedOn = 3000;

    public static ChatReply Answer(ChatRequest request)
    {
        if (request.Schema is { } schema)
            return ChatReply.Says(SchemaFiller.Fill(schema, request));
        var words = Phrases.In(Language.IsSwahili(request));
        if (request.Results.Count > 0 && !AllMissed(request))
            return ChatReply.Says(FromResults(request, words));
        var calls = Calls(request);
        if (calls.Count > 0)
            return ChatReply.Calls(calls);
        if (Greeting().IsMatch(request.LastAsked))
            return ChatReply.Says(words.Greeting);
        if (Thanks().IsMatch(request.LastAsked))
            return ChatReply.Says(words.Welcome);
        return ChatReply.Says(Vocabulary.Content(request.LastAsked).Length == 0 ? words.AskMe : words.NoTools);
    }

    /// <summary>The calls a request leads to; one for each question she asked.</summary>
    public static List<ToolCall> Calls(ChatRequest request)
    {
        var calls = request.Asked.SelectMany(Questions)
            .Select(question => (question, name: Intents.Wanted(question, request.Tools)))
            .Where(asked => asked.name is not null)
            .Select(asked => Intents.Call(request.Tools.First(tool => tool.Name == asked.name), asked.question));
        return [.. calls.DistinctBy(call => (call.Name, call.Arguments)).Take(MostCalls)];

        IEnumerable<string> Questions(string message) =>
            Intents.Wanted(message, request.Tools) is Intents.Search or null
                ? message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                    .Where(line => Vocabulary.Content(line).Length > 0 && !Greeting().IsMatch(line))
                : [message];
    }

    // A call that no tool could understand is made again as it should be, as a model would.
    private static bool AllMissed(ChatRequest request) =>
        request.Results.Count <= MostCalls && request.Tools.Count > 0 && request.Results.All(given =>
            request.Tools.All(tool => tool.Name != given.Call?.Name)
            || (given.Call?.Name == Intents.Search && Argument(given.Call, "search_phrase") is null));

    private static string FromResults(ChatRequest request, Phrases words)
    {
        var several = request.Results.Count > 1;
        var parts = request.Results.Select(given =>
        {
            var said = given.Call?.Name is Intents.Search or null
                ? FromBooks(request, given.Call, given.Result, words)
                : given.Result.Length <= MostPassedOn ? given.Result : given.Result[..MostPassedOn];
            var phrase = Argument(given.Call, "search_phrase");
            return several && phrase is not null ? $"**{phrase}**\n\n{said}" : said;
        });
        return string.Join("\n\n", parts.Distinct());
    }

    private static string FromBooks(ChatRequest request, ToolCall? call, string result, Phrases words)
    {
        var phrase = Argument(call, "search_phrase") ?? Vocabulary.Content(request.LastAsked);
        var quotes = Quotes.Best(phrase, Quotes.Passages(result));
        return quotes.Count == 0
            ? words.NotCovered(phrase, Argument(call, "class"))
            : words.FromYourBook + "\n\n" + string.Join('\n', quotes.Select(quote => "- " + quote));
    }

    private static string? Argument(ToolCall? call, string name)
    {
        try
        {
            return call is null ? null : Text(JsonSerializer.Deserialize<JsonElement>(call.Arguments), name);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex(
        @"^\W*(?:hi|hello|hey|good\s+(?:morning|afternoon|evening)|habari(?:\s+(?:yako|za\s+\w+|gani))?|" +
        @"mambo(?:\s+vipi)?|shikamoo|hujambo|salama|niaje|vipi)(?:\W+(?:twiga|mwalimu|sir|madam|rafiki))?\W*$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Greeting();

    [GeneratedRegex(@"^\W*(?:thanks?(?:\s+you)?|asante(?:\s+sana)?|ahsante(?:\s+sana)?|shukrani)\b.{0,20}$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Thanks();
}
