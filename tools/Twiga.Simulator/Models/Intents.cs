using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using static Twiga.Simulator.Graph.OutgoingMessage;

namespace Twiga.Simulator.Models;

/// <summary>Reads from a plain request which tool is wanted, and with what.</summary>
internal static partial class Intents
{
    public const string Search = "search_knowledge";
    private const string ExamTool = "generate_necta_style_exam";

    private static readonly (string Tool, Regex Asks)[] _asks =
    [
        ("find_my_documents", Again()),
        ("create_lesson_plan", LessonPlan()),
        ("create_scheme_of_work", Scheme()),
        ("mark_answers", Marking()),
        ("change_exam_paper", ExamChange()),
        (ExamTool, Exam()),
        ("generate_exercise", Exercise()),
        ("solve_equation", Equation()),
        ("find_my_documents", Documents()),
    ];

    private static readonly SearchValues<char> _operators = SearchValues.Create("+-*/^=\\√²³");

    public static string? Wanted(string text, IReadOnlyList<OfferedTool> tools)
    {
        var asked = _asks.FirstOrDefault(ask => IsOffered(ask.Tool) && ask.Asks.IsMatch(text)).Tool;
        return asked ?? (Vocabulary.Content(text).Length > 0 && IsOffered(Search) ? Search : null);

        bool IsOffered(string name) => tools.Any(tool => tool.Name == name);
    }

    public static ToolCall Call(OfferedTool tool, string text) => Calls(tool, text, 1)[0];

    /// <summary>A search in each class that the question may be about; any other tool is called once.</summary>
    public static IReadOnlyList<ToolCall> Calls(OfferedTool tool, string text, int most)
    {
        var properties = Member(tool.Parameters, "properties") ?? default;
        var classes = Classes.Choose(text, Enum(Member(properties, "class")));
        return tool.Name == Search && classes.Count > 0
            ? [.. classes.Take(most).Select(name => Call(tool, text, name))]
            : [Call(tool, text, classes is [var first, ..] ? first : null)];
    }

    private static ToolCall Call(OfferedTool tool, string text, string? className)
    {
        var arguments = new JsonObject();
        var properties = Member(tool.Parameters, "properties") ?? default;
        var required = Member(tool.Parameters, "required") is { ValueKind: JsonValueKind.Array } names
            ? names.EnumerateArray().Select(name => name.GetString()).ToHashSet()
            : [];
        if (properties.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in properties.EnumerateObject())
            {
                var wished = Wishes.Argument(tool.Name, property.Name, text, className);
                if (wished is not null || required.Contains(property.Name) || property.Name is "count" or "duration_minutes"
                    || (tool.Name == "change_exam_paper" && property.Name == "question"))
                    Fill(arguments, tool.Name, property, text, className, wished);
            }
        }

        return ToolCall.New(tool.Name, arguments.ToJsonString(Json.Options));
    }

    private static void Fill(
        JsonObject arguments, string tool, JsonProperty property, string text, string? className, JsonNode? wished)
    {
        var about = Vocabulary.Content(Classes.Without(text, className));
        var bare = Spaces().Replace(Requests().Replace(about, " "), " ").Trim();
        about = bare.Length > 0 ? bare : about;
        JsonNode? value = wished ?? property.Name switch
        {
            "class" => className,
            "equation" => EquationIn(text),
            "change" => Changed(text),
            "topics" when tool == ExamTool && (bare.Length == 0 || Everything().IsMatch(text)) => "whole book",
            "topics" when Topics().Match(text) is { Success: true } named => TopicsOf(named.Groups[1].Value),
            "duration_minutes" => Minutes().Match(text) is { Success: true } minutes
                ? int.Parse(minutes.Groups["number"].ValueSpan, CultureInfo.InvariantCulture)
                : null,
            "question" when Types(property.Value).Contains("integer") =>
                Number().Match(text) is { Success: true } asked ? int.Parse(asked.ValueSpan, CultureInfo.InvariantCulture) : null,
            "count" => Number().Match(Classes.Without(text, className)) is { Success: true } count
                ? int.Parse(count.ValueSpan, CultureInfo.InvariantCulture)
                : null,
            "question" => Halves(text).Question,
            "answer" => Halves(text).Answer,
            "term" => SecondTerm().IsMatch(text) ? 2 : 1,
            _ => about.Length > 0 ? about : text.Trim(),
        };
        var types = Types(property.Value);
        if (value is null)
            return;
        if (types.Contains("array") && value is not JsonArray)
            value = new JsonArray(value);
        else if (types.Contains("string") && value.GetValueKind() == JsonValueKind.Number)
            value = Enum(property.Value) is { Count: > 0 } choices ? choices[0] : value.ToJsonString();
        arguments[property.Name] = value;
    }

    private static string Changed(string text) => text.ToLowerInvariant() switch
    {
        var t when t.Contains("version") || t.Contains("toleo") => "another_version",
        var t when Minutes().IsMatch(t) => "another_duration",
        var t when t.Contains("word") => "send_as_word",
        var t when t.Contains("question") || t.Contains("swali") => "replace_question",
        _ => "send_again",
    };

    private static JsonArray TopicsOf(string words) =>
    [
        .. And().Split(words).Select(Vocabulary.Content).Where(topic => topic.Length > 0)
            .Select(topic => JsonValue.Create(topic)),
    ];

    private static List<string> Types(JsonElement schema) => Member(schema, "type") switch
    {
        { ValueKind: JsonValueKind.String } one => [one.GetString()!],
        { ValueKind: JsonValueKind.Array } several => [.. several.EnumerateArray().Select(type => type.GetString()!)],
        _ => [],
    };

    private static List<string> Enum(JsonElement? schema) =>
        schema is { } given && Member(given, "enum") is { ValueKind: JsonValueKind.Array } values
            ? [.. values.EnumerateArray().Select(value => value.GetString()).OfType<string>()]
            : [];

    /// <summary>The run of mathematical tokens around the equals sign.</summary>
    private static string EquationIn(string text)
    {
        var tokens = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var at = Array.FindIndex(tokens, token => token.Contains('='));
        if (at < 0)
            return text.Trim();
        var (first, last) = (at, at);
        while (first > 0 && IsMaths(tokens[first - 1]))
            first--;
        while (last < tokens.Length - 1 && IsMaths(tokens[last + 1]))
            last++;
        return string.Join(' ', tokens[first..(last + 1)]).TrimEnd('.', '?', ',', '!');
    }

    private static bool IsMaths(string token) =>
        token.Length <= 2 || token.Any(char.IsDigit) || token.AsSpan().ContainsAny(_operators);

    private static (string Question, string Answer) Halves(string text)
    {
        var parts = Answer().Split(text, 2);
        return parts.Length == 2 ? (parts[0].Trim(), parts[1].Trim()) : (text.Trim(), text.Trim());
    }

    [GeneratedRegex(
        @"\b(?:plan|scheme)\s+as\s+(?:a\s+)?word|\b(?:andalio|azimio)\b.*\b(?:word|tena)\b|" +
        @"\b(?:lesson\s*plan|scheme\s+of\s+work)\b.*\b(?:again|word)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Again();

    [GeneratedRegex(@"\blesson\s*plan|\bandalio|\bmaandalio", RegexOptions.IgnoreCase)]
    private static partial Regex LessonPlan();

    [GeneratedRegex(@"\bscheme\s+of\s+work|\bazimio", RegexOptions.IgnoreCase)]
    private static partial Regex Scheme();

    [GeneratedRegex(@"\b(mark\s+(this|these|her|his|the)|sahihisha|grade\s+(this|the))", RegexOptions.IgnoreCase)]
    private static partial Regex Marking();

    [GeneratedRegex(
        @"\b(another\s+version|toleo\s+(lingine|jingine)|as\s+a\s+word\s+file|kama\s+faili\s+la\s+word|" +
        @"replace\s+(a\s+)?question|badilisha\s+swali|send\s+the\s+exam\s+again|tuma\s+mtihani\s+tena|" +
        @"make\s+it\s+\d+\s+minutes|iwe\s+(ya\s+)?dakika\s+\d+)\b", RegexOptions.IgnoreCase)]
    private static partial Regex ExamChange();

    [GeneratedRegex(@"\b(?:on|about|covering|kuhusu|juu\s+ya)\s+(.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Topics();

    [GeneratedRegex(@"\b(?:whole|entire|full)\s+(?:book|syllabus)|\beverything\b|\bkitabu\s+(?:chote|kizima)\b|\bmada\s+zote\b", RegexOptions.IgnoreCase)]
    private static partial Regex Everything();

    [GeneratedRegex(@",|;|\b(?:and|na)\b", RegexOptions.IgnoreCase)]
    private static partial Regex And();

    [GeneratedRegex(@"\b(?<number>\d{2,3})\s*(?:minutes|min)\b|\bdakika\s+(?<number>\d{2,3})\b", RegexOptions.IgnoreCase)]
    private static partial Regex Minutes();

    [GeneratedRegex(@"\b(exams?|examination|mtihani|mitihani|necta|test\s+paper)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Exam();

    [GeneratedRegex(@"\b(exercises?|quiz|jaribio|mazoezi|zoezi|\d+\s+questions|questions\s+(on|about)|maswali)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Exercise();

    [GeneratedRegex(@"[\p{L}\d)²³]\s*=\s*[-+]?[\p{L}\d(\\√]")]
    private static partial Regex Equation();

    [GeneratedRegex(@"\b(my\s+documents|nyaraka\s+zangu|send\s+.*\bagain|tuma\s+.*\btena)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Documents();

    [GeneratedRegex(@"\b(lesson|plan|andalio|scheme|work|azimio|exams?|examination|mtihani|necta|exercises?|quiz|" +
        @"jaribio|mazoezi|zoezi|maswali|majibu|answers|tengeneza|andaa|tunga|generate|\d+)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Requests();

    [GeneratedRegex(@"\b(?:student'?s?\s+)?(?:answer|jibu(?:\s+la\s+mwanafunzi)?)\s*:", RegexOptions.IgnoreCase)]
    private static partial Regex Answer();

    [GeneratedRegex(@"\b(second\s+term|term\s+(2|two|ii)|muhula\s+wa\s+pili)\b", RegexOptions.IgnoreCase)]
    private static partial Regex SecondTerm();

    [GeneratedRegex(@"\b(?:[1-9]|1\d|20)\b")]
    private static partial Regex Number();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
