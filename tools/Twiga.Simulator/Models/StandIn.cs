using System.Text.Json;
using System.Text.RegularExpressions;
using static Twiga.Simulator.Graph.OutgoingMessage;

namespace Twiga.Simulator.Models;

/// <summary>Rules in the place of a language model: they call the right tool and quote what it gives back.</summary>
internal static partial class StandIn
{
    private const int MostCalls = 6;

    public static ChatReply Answer(ChatRequest request)
    {
        if (request.Schema is { } schema)
            return ChatReply.Says(ExamFiller.Fill(request) ?? LessonFiller.Fill(request) ?? MarkingFiller.Fill(request) ?? SchemaFiller.Fill(schema, request));
        request = request.WithoutNotes();
        var words = Phrases.In(Language.IsSwahili(request));
        if (request.Results.Count > 0 && !AllMissed(request))
            return ChatReply.Says(FromResults(request, words));
        if (Answers().IsMatch(request.LastAsked) && Relay.KeptAnswers(request) is { } answers)
            return ChatReply.Says(answers);
        if (AboutItself().IsMatch(request.LastAsked))
            return ChatReply.Says(words.WhoIAm);
        var calls = Calls(Another().IsMatch(request.LastAsked) ? Again(request) : request);
        if (calls.Count > 0)
            return ChatReply.Calls(calls);
        if (Greeting().IsMatch(request.LastAsked))
            return ChatReply.Says(words.Greeting);
        if (Thanks().IsMatch(request.LastAsked))
            return ChatReply.Says(words.Welcome);
        return ChatReply.Says(Vocabulary.Content(request.LastAsked).Length == 0 ? words.AskMe : words.NoTools);
    }

    /// <summary>The calls a request leads to: for each question one, or a search in each class it may be about.</summary>
    public static List<ToolCall> Calls(ChatRequest request)
    {
        var asked = request.Asked.SelectMany(Questions)
            .Select(question => (question, name: Intents.Wanted(question, request.Tools)))
            .Where(asked => asked.name is not null)
            .ToList();
        var calls = asked.SelectMany(one => Intents.Calls(
            request.Tools.First(tool => tool.Name == one.name), one.question, Math.Max(1, MostCalls / asked.Count)));
        return [.. calls.DistinctBy(call => (call.Name, call.Arguments)).Take(MostCalls)];

        IEnumerable<string> Questions(string message) =>
            Intents.Wanted(message, request.Tools) is Intents.Search or null
                ? message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                    .Where(line => Vocabulary.Content(line).Length > 0 && !Greeting().IsMatch(line))
                : [message];
    }

    /// <summary>What she asked before she asked for another.</summary>
    private static ChatRequest Again(ChatRequest request) => request with
    {
        Asked =
        [
            .. request.Messages.Where(message => message.Role == "user").Select(message => message.Text)
                .Where(text => !Another().IsMatch(text) && !Answers().IsMatch(text)).TakeLast(1),
        ],
    };

    // A call that no tool could understand is made again as it should be, as a model would.
    private static bool AllMissed(ChatRequest request) =>
        request.Results.Count <= MostCalls && request.Tools.Count > 0 && request.Results.All(given =>
            request.Tools.All(tool => tool.Name != given.Call?.Name)
            || (given.Call?.Name == Intents.Search && Argument(given.Call, "search_phrase") is null));

    private static string FromResults(ChatRequest request, Phrases words)
    {
        var questions = request.Results
            .GroupBy(given => Argument(given.Call, "search_phrase") ?? given.Call?.Id ?? "")
            .ToList();
        var parts = questions.Select(question =>
        {
            var (call, result) = question.First();
            var said = call?.Name is Intents.Search or null
                ? FromBooks(request, [.. question], words)
                : Relay.Tell(result, AsksForAnswers().IsMatch(request.LastAsked), Language.IsSwahili(request));
            var phrase = Argument(call, "search_phrase");
            return questions.Count > 1 && phrase is not null ? $"**{phrase}**\n\n{said}" : said;
        });
        return string.Join("\n\n", parts.Distinct());
    }

    /// <summary>From the class whose books know most of it, where several were searched for the same.</summary>
    private static string FromBooks(
        ChatRequest request, IReadOnlyList<(ToolCall? Call, string Result)> found, Phrases words)
    {
        var phrase = Argument(found[0].Call, "search_phrase") ?? Vocabulary.Content(request.LastAsked);
        var quotes = found.Select(one => Quotes.Best(phrase, Quotes.Passages(one.Result)))
            .MaxBy(best => best.Score)!.Sentences;
        return quotes.Count == 0
            ? words.NotCovered(phrase, found.Count == 1 ? Argument(found[0].Call, "class") : null)
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

    [GeneratedRegex(
        @"\bwho\s+(?:are\s+you|(?:made|created|built|owns)\s+(?:you|twiga))\b|\bare\s+you\s+(?:chatgpt|an?\s+(?:ai|robot|bot|human))\b|" +
        @"\bwewe\s+ni\s+nani\b|\bnani\s+(?:a(?:li|me)|aliye)ku(?:tengeneza|unda)\b|\b(?:your|system)\s+(?:prompt|instructions)\b|" +
        @"\bmaelekezo\s+yako\b", RegexOptions.IgnoreCase)]
    private static partial Regex AboutItself();

    [GeneratedRegex(@"\b(?:answers?|majibu|jibu)\b", RegexOptions.IgnoreCase)]
    private static partial Regex AsksForAnswers();

    [GeneratedRegex(@"^\W*(?:(?:give\s+me\s+|the\s+)*answers|(?:nipe\s+|naomba\s+)?majibu)\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex Answers();

    [GeneratedRegex(@"^\W*(?:another(?:\s+(?:one|exercise))?|(?:zoezi\s+)?(?:l|j)ingine)\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex Another();

    [GeneratedRegex(@"^\W*(?:thanks?(?:\s+you)?|asante(?:\s+sana)?|ahsante(?:\s+sana)?|shukrani)\b.{0,20}$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Thanks();
}
