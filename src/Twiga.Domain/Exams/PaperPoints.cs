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
            return paper.Questions.ElementAtOrDefault(number - 1) is { } meant ? Named(meant, named.Groups["part"].Value) : null;
        }

        var wanted = new Wording(question);
        return paper.Questions.SelectMany(All)
            .Select(a => (Asked: a, Share: Math.Min(new Wording(a.Words).ShareIn(wanted), wanted.ShareIn(new Wording(a.Words)))))
            .Where(a => a.Share >= Alike)
            .OrderByDescending(a => a.Share)
            .Select(a => a.Asked)
            .FirstOrDefault();
    }

    private static AskedPoints? Named(Question question, string part)
    {
        if (question is PartsQuestion parts && part.Length > 0)
        {
            return parts.Parts.ElementAtOrDefault(char.ToLowerInvariant(part[0]) - 'a') is { } one
                ? Whole([one]) : null;
        }

        return question switch
        {
            PartsQuestion all => Whole(all.Parts),
            _ => All(question).FirstOrDefault(),
        };
    }

    private static AskedPoints Whole(IReadOnlyList<Part> parts)
    {
        var leaves = parts.SelectMany(p => p.Leaves).ToList();
        return new AskedPoints(string.Join(" ", leaves.Select(l => l.Prompt)), [.. leaves.SelectMany(l => l.Points)]);
    }

    private static IEnumerable<AskedPoints> All(Question question) => question switch
    {
        PartsQuestion parts => parts.Parts.SelectMany(p => p.Leaves).Select(l => new AskedPoints(l.Prompt, l.Points)),
        EssayQuestion essay => [new AskedPoints(essay.Prompt, essay.Points)],
        ItemsQuestion items => items.Items.Select(i => new AskedPoints(i.Prompt, [new MarkingPoint(i.Answer, items.MarksEach)])),
        _ => [],
    };

    [GeneratedRegex(
        @"^\W*(?:the\s+)?(?:question|qn?|swali)\s*(?:no\.?|number|la|namba)?\s*(?<number>\d{1,2})\s*\(?(?<part>[a-h])?\)?\s*(?:\([ivx]+\))?\s*[.:?]?\W*$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Number();
}
