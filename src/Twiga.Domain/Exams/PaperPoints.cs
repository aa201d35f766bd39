using System.Globalization;
using System.Text.RegularExpressions;

namespace Twiga.Domain.Exams;

/// <summary>What was asked on a paper and the points that earn its marks.</summary>
public sealed record AskedPoints(string Words, IReadOnlyList<MarkingPoint> Points);

/// <summary>Finds in a paper's marking scheme what belongs to a question that is to be marked.</summary>
public static partial class PaperPoints
{
    private const double Alike = 0.7;

    /// <summary>
    /// The points of the question she names by its number ("question 7 (b)"), or whose words she repeats; null where the
    /// paper has none such, or only a key to it.
    /// </summary>
    public static AskedPoints? Find(Paper paper, string question)
    {
        if (Number().Match(question) is { Success: true } named)
        {
            var number = int.Parse(named.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
            return paper.Questions.ElementAtOrDefault(number - 1) is { } meant
                ? Named(meant, named.Groups["part"].Value, named.Groups["item"].Value.ToLowerInvariant())
                : null;
        }

        var wanted = new Wording(question);
        return paper.Questions.SelectMany(All)
            .Select(a => (Asked: a, Share: Math.Min(new Wording(a.Words).ShareIn(wanted), wanted.ShareIn(new Wording(a.Words)))))
            .Where(a => a.Share >= Alike)
            .OrderByDescending(a => a.Share)
            .Select(a => a.Asked)
            .FirstOrDefault();
    }

    /// <summary>Whether she names a question by its number alone.</summary>
    public static bool IsNumber(string question) => Number().IsMatch(question);

    /// <summary>All points of a question, or of a part (a), (b) …, or of an item (i), (ii) … where there is one.</summary>
    private static AskedPoints? Named(Question question, string part, string item)
    {
        var all = (question is PartsQuestion whole && part.Length > 0
            ? whole.Parts.Skip(char.ToLowerInvariant(part[0]) - 'a').Take(1).SelectMany(Leaves)
            : All(question)).ToList();
        if (all.Count == 0)
            return null;

        var hasItems = question is ItemsQuestion || part.Length > 0;
        var one = hasItems ? all.Where((_, at) => Roman.Of(at + 1) == item).FirstOrDefault() : null;
        return one ?? new AskedPoints(string.Join(" ", all.Select(a => a.Words)), [.. all.SelectMany(a => a.Points)]);
    }

    private static IEnumerable<AskedPoints> Leaves(Part part) => part.Leaves.Select(l => new AskedPoints(l.Prompt, l.Points));

    private static IEnumerable<AskedPoints> All(Question question) => question switch
    {
        PartsQuestion parts => parts.Parts.SelectMany(Leaves),
        EssayQuestion essay => [new AskedPoints(essay.Prompt, essay.Points)],
        ItemsQuestion items => items.Items.Select(i => new AskedPoints(i.Prompt, [new MarkingPoint(i.Answer, items.MarksEach)])),
        _ => [],
    };

    [GeneratedRegex(
        @"^\W*(?:the\s+)?(?:question|qn?|swali)\s*(?:no\.?|number|la|namba)?\s*(?<number>\d{1,2})\s*\(?(?<part>[a-h])?\)?\s*(?:\((?<item>[ivx]+)\))?\s*[.:?]?\W*$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Number();
}
