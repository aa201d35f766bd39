namespace Twiga.Domain.Exams;

/// <summary>What is marked: the learner's words; the most that can be had and the points, where they are fixed.</summary>
public sealed record MarkingWish(string Answer, decimal? Most, IReadOnlyList<MarkingPoint>? Points);

/// <summary>A point of the guide: its marks, those earned, the learner's own words that earn them, what is missing.</summary>
public sealed record MarkedPoint(string Point, decimal Marks, decimal Earned, string Quote, string Missing);

/// <summary>A learner's answer as it was marked, and one sentence for the learner.</summary>
public sealed record MarkedAnswer(IReadOnlyList<MarkedPoint> Points, string Feedback)
{
    /// <summary>What can be had: as she says, else what the points come to.</summary>
    public decimal OutOf(MarkingWish wish) => wish.Most ?? Points.Sum(p => p.Marks);

    /// <summary>What was earned; more right points than there are marks earn no more.</summary>
    public decimal Total(MarkingWish wish) => Math.Min(Points.Sum(p => p.Earned), OutOf(wish));

    /// <summary>
    /// The same by the rules, whatever was given: no point earns more than it has, and none earns anything without words
    /// of the learner's own that speak of the matter.
    /// </summary>
    public MarkedAnswer Kept(MarkingWish wish)
    {
        var words = new LearnersWords(wish.Answer);
        var used = new List<string>();
        return this with
        {
            Points =
            [
                .. Points.Select(p =>
                {
                    if (p.Earned <= 0 || !words.Hold(p.Quote) || used.Exists(u => LearnersWords.Same(u, p.Quote)))
                        return p with { Earned = 0, Quote = "" };

                    used.Add(p.Quote);
                    return p with { Earned = Math.Min(Math.Floor(p.Earned * 2) / 2, p.Marks) };
                }),
            ],
        };
    }
}

/// <summary>The rules of marking; each fault is a sentence that whoever marked can act on.</summary>
public static class MarkingFaults
{
    private const int LongestFeedback = 300;
    private const int MostPoints = 20;

    public static IReadOnlyList<string> In(MarkedAnswer marked, MarkingWish wish) => [.. All(marked, wish).Distinct().Take(6)];

    /// <summary>Whether the points are those that were to be marked, so that marks can be counted at all.</summary>
    public static bool AreRightPoints(MarkedAnswer marked, MarkingWish wish) => !OfPoints(marked, wish).Any();

    private static IEnumerable<string> All(MarkedAnswer marked, MarkingWish wish)
    {
        foreach (var fault in OfPoints(marked, wish))
            yield return fault;

        var (words, used) = (new LearnersWords(wish.Answer), new List<string>());
        foreach (var (point, number) in marked.Points.Select((p, at) => (p, at + 1)))
        {
            if (point.Earned < 0 || point.Earned > point.Marks || point.Earned * 2 % 1 != 0)
                yield return $"Point {number} earns {point.Earned}; it must be between 0 and {point.Marks} in whole or half marks.";
            if (point.Earned < point.Marks && string.IsNullOrWhiteSpace(point.Missing))
                yield return $"Point {number} has not all its marks, but nothing is said to be missing.";
            if (point.Earned <= 0)
                continue;
            if (!words.Hold(point.Quote))
                yield return $"Point {number} earns marks, but its quote is not in the answer, or speaks about marks instead of the matter.";
            if (used.Exists(u => LearnersWords.Same(u, point.Quote)))
                yield return $"Point {number} earns marks by the same words as another point.";
            used.Add(point.Quote);
        }

        if (string.IsNullOrWhiteSpace(marked.Feedback) || marked.Feedback.Length > LongestFeedback)
            yield return "The feedback must be one sentence.";
    }

    private static IEnumerable<string> OfPoints(MarkedAnswer marked, MarkingWish wish)
    {
        if (marked.Points.Count is 0 or > MostPoints)
            yield return $"There are {marked.Points.Count} points; there must be 1 to {MostPoints}.";
        if (wish.Points is { } points && marked.Points.Count != points.Count)
            yield return $"There are {marked.Points.Count} points; the guide has {points.Count}, mark each of these in order.";
        else if (wish.Points is { } given && !marked.Points.Select(p => p.Marks).SequenceEqual(given.Select(p => p.Marks)))
            yield return $"The marks of the points must be those of the guide: {string.Join(", ", given.Select(p => p.Marks.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture)))}.";
        foreach (var point in marked.Points.Where(p => p.Marks <= 0 || p.Marks * 2 % 1 != 0 || string.IsNullOrWhiteSpace(p.Point)))
            yield return $"A point has {point.Marks} marks or no words; marks are whole or half and more than 0.";
        if (wish.Most is { } most && marked.Points.Sum(p => p.Marks) < most)
            yield return $"The points come to {marked.Points.Sum(p => p.Marks)} marks; they must come to at least {most}.";
    }
}
