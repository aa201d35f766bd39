namespace Twiga.Domain.Exams;

/// <summary>What a question or some items of one are to test.</summary>
public enum Thinking
{
    Remember,
    Understand,
    Apply,
    Analyse,
}

/// <summary>A piece of the paper that is made at one go: a question, or some items of an objective one, on one topic.</summary>
/// <param name="Question">The number of the question on the paper, from 1.</param>
/// <param name="Topic">The place of its topic in the list of topics, from 0.</param>
/// <param name="Wanted">What to make: the format's question with the items and marks of this piece.</param>
/// <param name="Thinking">The level of thinking it tests.</param>
public sealed record ExamPiece(int Question, int Topic, FormatQuestion Wanted, Thinking Thinking);

/// <summary>A row: a topic with its weight in percent, and what of the paper is about it.</summary>
public sealed record TableRow(
    string Topic, int Weight, decimal Marks, IReadOnlyList<int> Questions, IReadOnlyDictionary<Thinking, decimal> ByThinking);

/// <summary>Which topic is asked where. Marks follow weight as nearly as whole questions and items allow.</summary>
public static class TableOfSpecifications
{
    /// <summary>Items of an objective question that are made at one go, at most.</summary>
    private const int ItemsAtOnce = 5;

    /// <summary>The pieces of a paper on topics of equal weight, in order of the paper.</summary>
    public static IReadOnlyList<ExamPiece> Plan(ExamFormat format, int topics)
    {
        var units = format.Sections.SelectMany(s => s.Questions)
            .SelectMany((question, at) => Units(question).Select(unit => (Number: at + 1, Unit: unit)))
            .ToList();
        var share = units.Sum(u => u.Unit.Marks) / topics;
        var given = new decimal[topics];
        var topicOf = new int[units.Count];

        // the largest first, each to the topic that is furthest behind; within a question topics take turns
        foreach (var at in Enumerable.Range(0, units.Count).OrderByDescending(i => units[i].Unit.Marks).ThenBy(i => i))
        {
            var topic = Enumerable.Range(0, topics).OrderByDescending(t => share - given[t]).First();
            topicOf[at] = topic;
            given[topic] += units[at].Unit.Marks;
        }

        var pieces = units.Select((u, at) => (u.Number, u.Unit, Topic: topicOf[at]))
            .GroupBy(u => (u.Number, u.Topic))
            .SelectMany(same => same.Chunk(ItemsAtOnce))
            .Select(chunk => (chunk[0].Number, chunk[0].Topic, Wanted: Together([.. chunk.Select(c => c.Unit)])))
            .OrderBy(p => p.Number);
        return [.. pieces.Select((p, at) => new ExamPiece(p.Number, p.Topic, p.Wanted, LevelOf(p.Wanted.Kind, at)))];
    }

    /// <summary>The table as printed, from what the pieces came to be; weights are percent of the marks set, in sum 100.</summary>
    public static IReadOnlyList<TableRow> Rows(IReadOnlyList<ExamPiece> pieces, IReadOnlyList<string> topics)
    {
        var all = pieces.Sum(p => p.Wanted.Marks);
        var rows = pieces.GroupBy(p => p.Topic).OrderBy(g => g.Key).Select(g => new TableRow(
            topics[g.Key],
            (int)(g.Sum(p => p.Wanted.Marks) * 100 / all),
            g.Sum(p => p.Wanted.Marks),
            [.. g.Select(p => p.Question).Distinct().Order()],
            g.GroupBy(p => p.Thinking).ToDictionary(t => t.Key, t => t.Sum(p => p.Wanted.Marks)))).ToList();
        var nearest = rows.OrderByDescending(r => (r.Marks * 100 / all) % 1).Take(100 - rows.Sum(r => r.Weight)).ToHashSet();
        return [.. rows.Select(r => nearest.Contains(r) ? r with { Weight = r.Weight + 1 } : r)];
    }

    private static bool IsDivisible(QuestionKind kind) =>
        kind is QuestionKind.MultipleChoice or QuestionKind.TrueFalse or QuestionKind.Gaps or QuestionKind.ShortAnswers;

    private static IEnumerable<FormatQuestion> Units(FormatQuestion question) => IsDivisible(question.Kind)
        ? Enumerable.Repeat(question with { Items = 1, Marks = question.MarksEach }, question.Items)
        : [question];

    private static FormatQuestion Together(IReadOnlyList<FormatQuestion> units) => units.Count == 1
        ? units[0]
        : units[0] with { Items = units.Count, Marks = units.Sum(u => u.Marks) };

    private static Thinking LevelOf(QuestionKind kind, int at) => kind switch
    {
        QuestionKind.Matching or QuestionKind.TrueFalse or QuestionKind.Gaps => Thinking.Remember,
        QuestionKind.MultipleChoice or QuestionKind.ShortAnswers or QuestionKind.Comprehension =>
            at % 2 == 0 ? Thinking.Remember : Thinking.Understand,
        QuestionKind.Structured => at % 2 == 0 ? Thinking.Understand : Thinking.Apply,
        QuestionKind.Calculation => Thinking.Apply,
        _ => Thinking.Analyse,
    };
}
