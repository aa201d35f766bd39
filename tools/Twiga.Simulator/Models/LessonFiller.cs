using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Twiga.Simulator.Models;

/// <summary>Fills the shapes of lesson plans and schemes of work: set phrases around section titles and whole sentences.</summary>
internal sealed partial class LessonFiller
{
    private const int LongestSentence = 150;

    private readonly ChatRequest _request;
    private readonly string _order;
    private readonly string _asked;
    private readonly bool _swahili;
    private readonly List<NumberedPassage> _passages;

    private LessonFiller(ChatRequest request)
    {
        _request = request;
        _order = string.Join('\n', request.Messages.Where(m => m.Role == "system").Select(m => m.Text));
        _asked = request.Messages.First(m => m.Role == "user").Text;
        _swahili = _order.Contains("write: Swahili", StringComparison.Ordinal);
        _passages = Quotes.Passages(_asked);
    }

    /// <summary>The filled shape; null where the shape is neither of them.</summary>
    public static string? Fill(ChatRequest request) => request.SchemaName switch
    {
        "lesson_draft" => new LessonFiller(request).Lesson().ToJsonString(Json.Options),
        "scheme_draft" => new LessonFiller(request).Scheme().ToJsonString(Json.Options),
        _ => null,
    };

    private JsonObject Lesson()
    {
        var topic = Plain(Lessons().Match(_order) is { Success: true } named ? named.Groups[1].Value : _request.LastAsked);
        var best = _passages.OrderByDescending(p => Closeness(topic, p)).Take(3).ToList();
        var titles = best.Select(p => Title(p.Heading)).Distinct().ToList();
        var title = titles.FirstOrDefault() ?? topic;
        var facts = best.SelectMany(p => Facts(p.Text)).Distinct().ToList();
        var minutes = Minutes().Matches(_order).Select(m => int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture)).ToList();
        var words = LessonPhrases.In(_swahili);
        return new JsonObject
        {
            ["main_competence"] = words.MainCompetence(topic),
            ["specific_competence"] = words.SpecificCompetence(title),
            ["main_activity"] = words.MainActivity(topic),
            ["specific_activity"] = words.SpecificActivity(title),
            ["resources"] = Texts(words.Resources),
            ["passages"] = new JsonArray([.. best.Select(p => JsonValue.Create(_passages.IndexOf(p) + 1))]),
            ["stages"] = new JsonArray([.. minutes.Select((each, at) =>
            {
                var about = titles.Count == 0 ? topic : titles[at % titles.Count];
                var stage = words.Stage(at == 0 ? 0 : at == minutes.Count - 1 ? 3 : Math.Min(at, 2), topic, about);
                var fact = at > 0 && at < minutes.Count - 1 && at <= facts.Count ? words.Lead(at, facts[at - 1]) : null;
                return new JsonObject
                {
                    ["minutes"] = each,
                    ["teaching"] = Texts(fact is null ? [stage.Teaching] : [stage.Teaching, fact]),
                    ["learning"] = Texts(stage.Learning),
                    ["assessment"] = Texts([stage.Assessment]),
                };
            })]),
        };
    }

    private JsonObject Scheme()
    {
        var chapter = Plain(Chapters().Match(_asked).Groups[1].Value);
        var words = LessonPhrases.In(_swahili);
        var rows = Rows().Matches(_asked).Select((row, at) =>
        {
            var titles = row.Groups["titles"].Value.Split(';').Select(Title).ToList();
            var step = row.Groups["step"].Success ? int.Parse(row.Groups["step"].ValueSpan, CultureInfo.InvariantCulture) : 1;
            var about = string.Join(_swahili ? " na " : " and ", titles);
            var number = $"[{row.Groups["passage"].Value}]";
            var facts = _passages.Where(p => p.Marker == number).SelectMany(p => Facts(p.Text)).Distinct().ToList();
            return words.Row(about.Length > 90 ? titles[0] : about, step, facts.ElementAtOrDefault(step - 1), at);
        });
        return new JsonObject
        {
            ["main_competence"] = words.MainCompetence(chapter),
            ["rows"] = new JsonArray([.. rows]),
        };
    }

    /// <summary>Whole plain sentences in the language that is asked for, short enough for a cell.</summary>
    private IEnumerable<string> Facts(string passage) => Quotes.Sentences(passage)
        .Where(s => s.Length <= LongestSentence && char.IsUpper(s[0]) && s.EndsWith('.') && !s.AsSpan().ContainsAny("|$*:_"))
        .Where(s => !Label().IsMatch(s) && Language.IsSwahili(s) == _swahili);

    private static int Closeness(string topic, NumberedPassage passage)
    {
        var wanted = Stems(topic);
        return (4 * Stems(passage.Heading).Count(wanted.Contains)) + Stems(passage.Text).Count(wanted.Contains);
    }

    private static List<string> Stems(string text) =>
        [.. Vocabulary.Words(text).Where(w => !Vocabulary.IsEmpty(w)).Select(Vocabulary.Stem)];

    public static string Title(string heading)
    {
        var bare = Plain(Number().Replace(heading.Trim(), ""));
        return bare.Length > 1 && char.IsLower(bare[1]) ? char.ToLower(bare[0], CultureInfo.InvariantCulture) + bare[1..] : bare;
    }

    private static string Plain(string words) => words.Replace('|', '/').Trim();

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => JsonValue.Create(t))]);

    [GeneratedRegex(@"Lesson: (.*)\. It takes \d+ minutes\.")]
    private static partial Regex Lessons();

    [GeneratedRegex(@"^\d+\. .*? \((\d+) minutes\):", RegexOptions.Multiline)]
    private static partial Regex Minutes();

    [GeneratedRegex(@"^Chapter: (.*)$", RegexOptions.Multiline)]
    private static partial Regex Chapters();

    [GeneratedRegex(@"^Row \d+: (?<titles>.*) \((?:step (?<step>\d+) of \d+, )?from \[(?<passage>\d+)\]", RegexOptions.Multiline)]
    private static partial Regex Rows();

    [GeneratedRegex(@"^(?:Mfano|Example|Jaribio|Hatua|Vifaa|Zoezi|Exercise|Figure|Table)\b")]
    private static partial Regex Label();

    [GeneratedRegex(@"^[\d.]+\s+")]
    private static partial Regex Number();
}
