using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Twiga.Simulator.Models;

/// <summary>
/// Fills the shapes of exam papers so that they keep the rules of a paper: terms that the passages define, sentences with
/// a term left out, sections to describe; sums where the passages have too few sentences.
/// </summary>
internal sealed partial class ExamFiller
{
    private const string Choices = @"(\d+) multiple-choice";
    private const string Pairs = @"(\d+) pairs";
    private const string Statements = @"(\d+) (?:statements|sentences|questions)";

    private static readonly string[] _numbers = ["one", "two", "three", "four", "five", "six", "seven", "eight"];
    private static readonly string[] _namba = ["moja", "mbili", "tatu", "nne", "tano", "sita", "saba", "nane"];

    private readonly string _order;
    private readonly bool _swahili;
    private readonly string _topic;
    private readonly string _words;
    private readonly List<Fact> _facts;
    private readonly List<(string Title, List<string> Sentences)> _sections;
    private readonly Sums _sums;
    private readonly string _elsewhere;

    private ExamFiller(ChatRequest request)
    {
        _order = string.Join('\n', request.Messages.Where(m => m.Role == "system").Select(m => m.Text));
        var asked = request.Messages.First(m => m.Role == "user").Text;
        _swahili = _order.Contains("write: Swahili", StringComparison.Ordinal);
        var passages = Quotes.Passages(asked.Split("On the paper already")[0]);
        _words = string.Join('\n', passages.Select(p => p.Text));
        _topic = string.Join(' ', Topic().Match(asked).Groups[1].Value.Trim().Split(' ').Select(w => Facts.Within(w, _words)));
        var used = asked.Split("do not ask the same:") is [_, var others] ? others : "";
        _elsewhere = string.Join('\n', request.Messages.Where(m => m.Role == "user").Skip(1).Select(m => m.Text).Prepend(used));
        // questions that are asked for in the same words are not the same questions
        var seed = Hash(_order + asked) + (uint)((request.Messages.Count * 7919) + (Material.TurnOf(_order + asked) * 104_729));
        _sums = new Sums(seed, _swahili, $"{_topic} {Subject().Match(_order).Groups[1].Value}");
        _facts = [.. Facts.Read(passages).Where(f => Language.IsSwahili(f.Sentence) == _swahili)
            .Where(f => !_elsewhere.Contains(f.Tells ?? f.Gap, StringComparison.OrdinalIgnoreCase))];
        _sections =
        [
            .. passages.Where(p => !Facts.IsLabelled(p.Text) && !Facts.IsGlossary(p)).GroupBy(p => p.Heading)
                .Select(g => (Title: Title(g.Key), Sentences: g.SelectMany(p => Facts.Sentences(p.Text)).Distinct().ToList()))
                .Where(p => p.Sentences.Count > 0),
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

    private JsonObject Choice()
    {
        var (count, options) = (Number(Choices, 5), Number(@"has (\d) different options", 5));
        // what is defined is needed for matching too
        var (told, others) = (_facts.Where(f => f.Tells is not null).ToList(), _facts.Where(f => f.Tells is null).ToList());
        var facts = Take(told, Math.Max((count + 1) / 2, count - others.DistinctBy(f => f.Key).Count()));
        facts.AddRange(Take([.. others.Where(f => facts.All(t => t.Key != f.Key))], count - facts.Count));
        return new JsonObject
        {
            ["items"] = Array(count, at =>
            {
                if (at < facts.Count && Others(facts[at]).Take(options - 1).ToList() is { } wrong && wrong.Count == options - 1)
                    return Item(Question(facts[at], at), [facts[at].Term, .. wrong]);

                var sum = _sums.Next();
                return Item(sum.Question, [sum.Answer, .. sum.Others(options - 1)]);
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
        // what is only a word of a sentence would fit in more than one place
        var defined = _facts.Where(f => f.Tells is not null).ToList();
        var chosen = Take(defined, pairs);
        var known = _facts.DistinctBy(f => f.Key).Where(f => chosen.All(c => c.Key != f.Key)).ToList();
        chosen.AddRange(Take(known, Math.Min(pairs - chosen.Count, known.Count - others)));
        var left = known.Except(chosen).ToList();
        return new JsonObject
        {
            ["pairs"] = Array(pairs, at =>
            {
                if (at < chosen.Count)
                    return Pair(Capital(chosen[at].Tells ?? chosen[at].Gap.TrimEnd('.')), chosen[at].Term);

                var sum = _sums.Next();
                return Pair(sum.Question, sum.Answer);
            }),
            ["others"] = Array(others, at => JsonValue.Create(at < left.Count ? left[at].Term : _sums.Next().Others(1).Single())),
        };

        static JsonObject Pair(string a, string b) => new() { ["a"] = a, ["b"] = b };
    }

    private JsonObject Items()
    {
        var count = Number(Statements, 5);
        var (reads, judges) = (_order.Contains("to read", StringComparison.Ordinal), _order.Contains("true and some", StringComparison.Ordinal));
        var gaps = reads || _order.Contains("gap each", StringComparison.Ordinal);
        var facts = Take(_facts, count);
        return new JsonObject
        {
            ["text"] = reads ? string.Join(' ', facts.Select(f => f.Sentence)) : "",
            ["items"] = Array(count, at =>
            {
                if (at >= facts.Count)
                {
                    var sum = _sums.Next();
                    return Item(sum.Question, sum.Answer);
                }

                var fact = facts[at];
                return !judges ? Item(gaps ? fact.Gap : Question(fact, 0), fact.Term)
                    : at % 2 == 1 && Others(fact).FirstOrDefault() is { } other ? Item(fact.With(other), "false")
                    : Item(fact.Sentence, "true");
            }),
        };

        static JsonObject Item(string question, string answer) => new() { ["question"] = question, ["answer"] = answer };
    }

    private JsonObject Parts()
    {
        var marks = (int)Math.Floor(decimal.Parse(
            Regex.Match(_order, @"come to exactly ([\d.]+)").Groups[1].ValueSpan.TrimEnd('.'), CultureInfo.InvariantCulture));
        var parts = Number(@"in about (\d+) parts", 2);
        var calculation = _order.Contains("A calculation", StringComparison.Ordinal);
        var made = new List<(string Question, List<(string Answer, int Marks)> Points)>();
        if (!calculation && parts > 2 && Meanings(2) is { } meanings)
            made.Add(meanings);
        var (left, over) = (marks - (made.Count * 2), parts - made.Count);
        for (var at = 0; at < over; at++)
        {
            var each = (left / over) + (at < left % over ? 1 : 0);
            made.Add(calculation ? Worked(each) : Described(each));
        }

        return new JsonObject
        {
            ["opening"] = "",
            ["parts"] = new JsonArray([.. made.Select(p => new JsonObject
            {
                ["question"] = p.Question,
                ["marks"] = p.Points.Sum(point => point.Marks),
                ["points"] = new JsonArray([.. p.Points.Select(point => new JsonObject { ["answer"] = point.Answer, ["marks"] = point.Marks })]),
                ["parts"] = new JsonArray(),
            })]),
        };
    }

    private JsonObject Essay()
    {
        var count = Number(@"exactly (\d+) different", 6);
        var sections = Asked.LeastFirst(_sections, 2, s => s.Title).Take(2).ToList();
        var sentences = Asked.LeastFirst(
            sections.Concat(_sections.Except(sections)).SelectMany(s => s.Sentences).Distinct(), count, Key);
        var about = string.Join("; ", sections.Select(s => s.Title).DefaultIfEmpty(_topic));
        return new JsonObject
        {
            ["question"] = _swahili
                ? $"Jadili mada ya {_topic} kwa hoja {Counted(count)} zenye mifano. Zingatia: {about}."
                : $"Discuss {_topic} in {Counted(count)} points with examples. Consider: {about}.",
            ["introduction"] = _swahili ? $"Maana ya {_topic}." : $"Meaning of {_topic}.",
            ["points"] = Array(count, at => JsonValue.Create(at < sentences.Count ? sentences[at] : $"{_topic} ({at + 1})")),
            ["conclusion"] = _swahili ? $"Umuhimu wa {_topic} nchini Tanzania." : $"The importance of {_topic} in Tanzania.",
        };
    }

    /// <summary>Terms that the passages define, and what they say about them.</summary>
    private (string Question, List<(string, int)> Points)? Meanings(int count)
    {
        var facts = _facts.Where(f => f.Meaning is not null && Asked.Times(f.Key) == 0).ToList();
        if (facts.Count < count)
            return null;

        var chosen = Take(facts, count);
        var terms = Listed(chosen.Select(f => f.Term));
        return (_swahili ? $"Eleza maana ya {terms}." : $"Explain the meaning of {terms}.",
            [.. chosen.Select(f => ($"{Capital(f.Term)}: {f.Meaning}.", 1))]);
    }

    /// <summary>A section of the book, and as many of its sentences as there are marks, two for each where it has few.</summary>
    private (string Question, List<(string, int)> Points) Described(int marks)
    {
        if (_sections.Count == 0)
            return (_swahili ? $"Fafanua {_topic}." : $"Describe {_topic}.", [(_topic, marks)]);

        var fit = _sections.Where(s => s.Sentences.Count * 2 >= marks).DefaultIfEmpty(_sections[0])
            .OrderBy(s => _elsewhere.Contains(s.Title, StringComparison.OrdinalIgnoreCase))
            .ThenBy(s => s.Sentences.Select(sentence => Asked.Times(Key(sentence))).Order().Take(marks).Sum());
        var (title, sentences) = Asked.LeastFirst(fit, 1, s => s.Title, byTimes: false)[0];
        var count = Math.Min(marks, sentences.Count);
        var chosen = Asked.LeastFirst(sentences, count, Key).Take(count).ToList();
        var points = chosen.Select((s, at) => (s, (marks / count) + (at < marks % count ? 1 : 0))).ToList();
        var angle = "";
        if (Asked.Times(title) > 1)
        {
            var terms = chosen.Select(Material.TermOf).OfType<string>().Distinct().OrderByDescending(Material.IsOfSubject)
                .ThenBy(Material.LooksLikeAVerb).Take(2).ToList();
            angle = terms.Count == 0 ? $" ({Asked.Times(title)})" : (_swahili ? ", ukizingatia " : ", with attention to ") + Listed(terms);
        }

        return (_swahili
            ? $"Fafanua {title}{angle}. Toa hoja {Counted(count)}."
            : $"{(HowOrWhy().IsMatch(title) ? "Explain" : "Describe")} {(title.StartsWith("from ", StringComparison.Ordinal) ? "the way " : "")}{title}{angle}. Give {Counted(count)} point{(count == 1 ? "" : "s")}.", points);
    }

    /// <summary>A sum with its rule, its figures and its result; the marks that are left go to the working.</summary>
    private (string Question, List<(string, int)> Points) Worked(int marks)
    {
        var sum = _sums.Next();
        var answer = (_swahili ? "Jibu: " : "Answer: ") + sum.Answer;
        return (sum.Question, marks switch
        {
            1 => [(answer, 1)],
            2 => [(sum.Working, 1), (answer, 1)],
            _ => [(sum.Rule, (marks - 1) / 2), (sum.Working, marks - 1 - ((marks - 1) / 2)), (answer, 1)],
        });
    }

    private string Question(Fact fact, int at) => fact.Meaning is null || at % 2 == 1 ? fact.Gap
        : _swahili ? $"Neno lipi lina maana hii: {fact.Meaning}?"
        : $"Which term has this meaning: {fact.Meaning}?";

    /// <summary>Terms of the same kind that do not stand in the sentence.</summary>
    private IEnumerable<string> Others(Fact fact) => _facts.Where(f => f.Key != fact.Key)
        .OrderBy(f => (f.Tells is null) == (fact.Tells is null) ? 0 : 1)
        .ThenBy(f => Material.Difference(fact.Term, f.Term))
        .Select(f => f.Term).Distinct(StringComparer.OrdinalIgnoreCase)
        .Where(t => !fact.Sentence.Contains(t, StringComparison.OrdinalIgnoreCase) && fact.Meaning?.Contains(t, StringComparison.OrdinalIgnoreCase) != true);

    /// <summary>So many of them that no other question of these days asks for, in the passages' order.</summary>
    private static List<Fact> Take(IReadOnlyList<Fact> facts, int count)
    {
        var taken = Asked.LeastFirst(facts.DistinctBy(f => f.Key), Math.Max(0, count), f => f.Key).Take(Math.Max(0, count)).ToList();
        return [.. facts.Where(taken.Contains)];
    }

    // a sentence that defines a term and the question for that term are about the same
    private string Key(string sentence) => _facts.Find(f => f.Tells is not null && f.Sentence == sentence)?.Key ?? sentence;

    private string Title(string heading) => Facts.Within(SectionNumber().Replace(heading.Trim(), "").Replace('|', '/'), _words);

    private string Counted(int count) => (_swahili ? _namba : _numbers) is var names && count <= names.Length ? names[count - 1] : $"{count}";

    private string Listed(IEnumerable<string> things)
    {
        var all = things.ToList();
        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all.SkipLast(1))} {(_swahili ? "na" : "and")} {all[^1]}";
    }

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    private int Number(string pattern, int otherwise) => Regex.Match(_order, pattern) is { Success: true } match
        ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)
        : otherwise;

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

    [GeneratedRegex(@"^(?:how|why)\b", RegexOptions.IgnoreCase)]
    private static partial Regex HowOrWhy();

    [GeneratedRegex(@" paper in ([^,]+),")]
    private static partial Regex Subject();

    [GeneratedRegex(@"^[\d.]+\s+")]
    private static partial Regex SectionNumber();

    [GeneratedRegex(@"^Question (\d+)$", RegexOptions.Multiline)]
    private static partial Regex Numbered();
}
