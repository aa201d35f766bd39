using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Twiga.Simulator.Models;

/// <summary>
/// Fills the shapes of exam papers so that they keep the rules of a paper: sentences of the passages with a word left
/// out, that word and others of the passages as options, sums where the passages have too few sentences.
/// </summary>
internal sealed partial class ExamFiller
{
    private const string Choices = @"(\d+) multiple-choice";
    private const string Pairs = @"(\d+) pairs";
    private const string Statements = @"(\d+) (?:statements|sentences|questions)";

    private readonly string _order;
    private readonly bool _swahili;
    private readonly string _topic;
    private readonly IReadOnlyList<(string Sentence, string Term)> _sentences;
    private readonly List<(string Title, List<string> Sentences)> _sections;
    private readonly List<string> _terms;
    private readonly uint _seed;
    private readonly Sums _sums;
    private int _next;
    private int _nextTerm;
    private int _nextSection;

    private ExamFiller(ChatRequest request)
    {
        _order = string.Join('\n', request.Messages.Where(m => m.Role == "system").Select(m => m.Text));
        var asked = request.Messages.First(m => m.Role == "user").Text;
        _swahili = _order.Contains("write: Swahili", StringComparison.Ordinal);
        _topic = Topic().Match(asked).Groups[1].Value.Trim();
        var used = asked.Split("do not ask the same:") is [_, var others] ? others : "";
        var passages = asked.Split("On the paper already")[0];
        // questions that are asked for in the same words are not the same questions
        _seed = Hash(_order + passages) + (uint)((request.Messages.Count * 7919) + (Material.TurnOf(_order + asked) * 104_729));
        _sums = new Sums(_seed, _swahili);
        _sections =
        [
            .. Quotes.Passages(passages).Select(p => (Title: LessonFiller.Title(p.Heading), Sentences: Whole(p.Text).ToList()))
                .Where(p => p.Sentences.Count > 0),
        ];
        var found = _sections.SelectMany(p => p.Sentences).Distinct()
            .Select(s => (Sentence: s, Term: Material.TermOf(s) ?? "")).Where(s => s.Term.Length > 0)
            .Where(s => !used.Contains(Gap(s.Sentence, s.Term), StringComparison.Ordinal)).ToList();
        var begin = found.Count == 0 ? 0 : (int)(_seed % (uint)found.Count);
        _sentences = Asked.LeastFirst(
            found.Skip(begin).Concat(found.Take(begin)), Wanted(request.SchemaName), s => Gap(s.Sentence, s.Term));
        _terms =
        [
            .. _sentences.Select(s => s.Term).Distinct(StringComparer.OrdinalIgnoreCase).OrderByDescending(Material.IsOfSubject),
        ];
    }

    /// <summary>The filled shape; null where the shape is none of an exam's.</summary>
    public static string? Fill(ChatRequest request)
    {
        if (request.SchemaName is "verdicts")
            return Verdicts(request).ToJsonString(Json.Options);

        Func<ExamFiller, JsonObject>? fill = request.SchemaName switch
        {
            "choice_draft" => f => f.Choice(),
            "matching_draft" => f => f.Matching(),
            "items_draft" => f => f.Items(),
            "parts_draft" => f => f.Parts(),
            "essay_draft" => f => f.Essay(),
            _ => null,
        };
        return fill?.Invoke(new ExamFiller(request)).ToJsonString(Json.Options);
    }

    private static JsonObject Verdicts(ChatRequest request) => new()
    {
        ["questions"] = new JsonArray([
            .. Numbered().Matches(request.Messages[^1].Text).Select(m => new JsonObject
            {
                ["number"] = int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture),
                ["answer"] = "as the key",
                ["sound"] = true,
                ["fault"] = "",
            }),
        ]),
    };

    private int Wanted(string? schema) => schema switch
    {
        "choice_draft" => Number(Choices, 5),
        "matching_draft" => Number(Pairs, 5),
        "items_draft" => Number(Statements, 5),
        _ => 0,
    };

    private JsonObject Choice()
    {
        var options = Number(@"has (\d) different options", 5);
        return new JsonObject
        {
            ["items"] = Array(Number(Choices, 5), () =>
            {
                if (_next >= _sentences.Count || _terms.Count < options + 2)
                {
                    var sum = _sums.Next();
                    return Item(sum.Question, [sum.Answer, .. sum.Others(options - 1)]);
                }

                var (sentence, term) = _sentences[_next++];
                var others = _terms.Where(t => !sentence.Contains(t, StringComparison.OrdinalIgnoreCase)).ToList();
                return Item(Gap(sentence, term), [term, .. Enumerable.Range(_next, options - 1).Select(n => others[n % others.Count])]);
            }),
        };

        static JsonObject Item(string stem, IReadOnlyList<string> options) => new()
        {
            ["stem"] = stem,
            ["options"] = new JsonArray([.. options.Select(o => JsonValue.Create(o))]),
            ["right"] = "A",
        };
    }

    private JsonObject Matching()
    {
        var (pairs, others) = (Number(Pairs, 5), Number(@"and (\d+) further", 2));
        var chosen = _sentences.DistinctBy(s => s.Term.ToLowerInvariant()).ToList();
        return new JsonObject
        {
            ["pairs"] = Array(pairs, at =>
            {
                if (at < chosen.Count - others)
                    return Pair(Gap(chosen[at].Sentence, chosen[at].Term), chosen[at].Term);

                var sum = _sums.Next();
                return Pair(sum.Question, sum.Answer);
            }),
            ["others"] = Array(others, at => JsonValue.Create(
                at < chosen.Count - pairs ? chosen[^(at + 1)].Term : _sums.Next().Others(1).Single())),
        };

        static JsonObject Pair(string a, string b) => new() { ["a"] = a, ["b"] = b };
    }

    private JsonObject Items()
    {
        var count = Number(Statements, 5);
        return new JsonObject
        {
            ["text"] = _order.Contains("to read", StringComparison.Ordinal)
                ? string.Join(' ', _sentences.Take(8).Select(s => s.Sentence))
                : "",
            ["items"] = Array(count, () =>
            {
                if (_next >= _sentences.Count)
                {
                    var sum = _sums.Next();
                    return Item(sum.Question, sum.Answer);
                }

                var (sentence, term) = _sentences[_next++];
                return _order.Contains("true and some", StringComparison.Ordinal)
                    ? Item(sentence, "true")
                    : Item(Gap(sentence, term), term);
            }),
        };

        static JsonObject Item(string question, string answer) => new() { ["question"] = question, ["answer"] = answer };
    }

    private JsonObject Parts()
    {
        var marks = decimal.Parse(
            Regex.Match(_order, @"come to exactly ([\d.]+)").Groups[1].ValueSpan.TrimEnd('.'), CultureInfo.InvariantCulture);
        var parts = Number(@"in about (\d+) parts", 2);
        var calculation = _order.Contains("A calculation", StringComparison.Ordinal);
        return new JsonObject
        {
            ["opening"] = "",
            ["parts"] = Array(parts, at =>
            {
                var each = Math.Floor(marks / parts) + (at < marks % parts ? 1 : 0);
                var (question, points) = calculation ? Worked() : Explained();
                return new JsonObject
                {
                    ["question"] = question,
                    ["marks"] = each,
                    ["points"] = Array((int)Math.Ceiling(each), point => new JsonObject
                    {
                        ["answer"] = points[point % points.Count],
                        ["marks"] = Math.Min(1, each - point),
                    }),
                    ["parts"] = new JsonArray(),
                };
            }),
        };
    }

    private JsonObject Essay()
    {
        var points = Number(@"exactly (\d+) different", 6);
        var sentences = _sentences.Select(s => s.Sentence).ToList();
        return new JsonObject
        {
            ["question"] = _swahili
                ? $"Jadili {_topic} kwa kuzingatia {Term()}, {Term()} na {Term()}."
                : $"With examples, discuss {_topic} with regard to {Term()}, {Term()} and {Term()}.",
            ["introduction"] = _swahili ? $"Maana ya {_topic}." : $"Meaning of {_topic}.",
            ["points"] = Array(points, at => JsonValue.Create(
                at < sentences.Count ? sentences[at] : $"{_topic}: {Term()} ({at + 1})")),
            ["conclusion"] = _swahili ? $"Umuhimu wa {_topic} nchini Tanzania." : $"The importance of {_topic} in Tanzania.",
        };
    }

    /// <summary>A section of the book and terms that stand in it; its sentences with the first come first.</summary>
    private (string Question, List<string> Points) Explained()
    {
        if (_sections.Count == 0)
            return (_swahili ? $"Fafanua {_topic}." : $"Describe {_topic}.", [_topic]);

        var chance = Hash($"{_seed}:{_nextSection++}");
        var begin = (int)(chance % (uint)_sections.Count);
        var (title, sentences) = Asked.LeastFirst(_sections.Skip(begin).Concat(_sections.Take(begin)), 1, s => s.Title)[0];
        var terms = sentences.Select(Material.TermOf).OfType<string>().Distinct().ToList();
        if (terms.Count < 4)
            terms = [.. terms.Union(_terms.Take(12)).DefaultIfEmpty(_topic)];
        var shuffled = terms.OrderByDescending(Material.IsOfSubject).ThenBy(t => Hash($"{chance}:{t}"));
        var named = Asked.LeastFirst(shuffled, 3, t => $"{title}: {t}").Take(3).ToList();
        var one = named[0];
        var points = sentences.OrderByDescending(s => s.Contains(one, StringComparison.OrdinalIgnoreCase))
            .Concat(_sections.SelectMany(p => p.Sentences)).Distinct().ToList();
        var about = named.Count < 2 ? one : $"{string.Join(", ", named.SkipLast(1))} {(_swahili ? "na" : "and")} {named[^1]}";
        return (_swahili ? $"Fafanua {title}, ukizingatia {about}." : $"Describe {title}, with attention to {about}.", points);
    }

    private (string Question, List<string> Points) Worked()
    {
        var sum = _sums.Next();
        return (sum.Question, [.. _swahili
            ? new[]
            {
                "Kanuni sahihi imeandikwa", "Thamani zimewekwa kwenye kanuni", $"Jibu: {sum.Answer}", "Kizio sahihi",
                "Hatua zote zimeonyeshwa",
            }
            :
            [
                "The right rule is written down", "The figures are put in", $"Answer: {sum.Answer}", "The right unit",
                "Every step is shown",
            ]]);
    }

    private string Term() => _terms.Count == 0 ? _topic : _terms[_nextTerm++ % _terms.Count];

    private static string Gap(string sentence, string term)
    {
        var at = sentence.IndexOf(term, StringComparison.Ordinal);
        return at < 0 ? sentence : $"{sentence[..at]}______{sentence[(at + term.Length)..]}";
    }

    /// <summary>Whole sentences only: no rows of tables, no formulas, no labels.</summary>
    private static IEnumerable<string> Whole(string passage) => Quotes.Sentences(passage)
        .Select(s => s.TrimStart('-', ' ', '*').Replace("*", "", StringComparison.Ordinal))
        .Where(s => s.Length > 0 && char.IsUpper(s[0]) && s.EndsWith('.') && !s.AsSpan().ContainsAny("$|_"));

    private int Number(string pattern, int otherwise) => Regex.Match(_order, pattern) is { Success: true } match
        ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)
        : otherwise;

    private static JsonArray Array(int count, Func<JsonNode?> make) => Array(count, _ => make());

    private static JsonArray Array(int count, Func<int, JsonNode?> make) =>
        new([.. Enumerable.Range(0, count).Select(make)]);

    private static uint Hash(string text)
    {
        var hash = 2166136261;
        foreach (var c in text)
            hash = (hash ^ c) * 16777619;
        return hash;
    }

    [GeneratedRegex(@"^Topic: (.*)$", RegexOptions.Multiline)]
    private static partial Regex Topic();

    [GeneratedRegex(@"^Question (\d+)$", RegexOptions.Multiline)]
    private static partial Regex Numbered();
}
