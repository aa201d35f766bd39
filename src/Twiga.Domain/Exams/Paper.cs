namespace Twiga.Domain.Exams;

/// <summary>The questions of a paper in their sections, in the order they are numbered through the whole paper.</summary>
public sealed record Paper(IReadOnlyList<PaperSection> Sections)
{
    public IReadOnlyList<Question> Questions => [.. Sections.SelectMany(s => s.Questions)];

    /// <summary>
    /// The same questions under the same numbers with items, options and lists in another order; the key moves along.
    /// </summary>
    /// <param name="seed">The same seed makes the same version.</param>
    public Paper Shuffled(int seed)
    {
        var order = new Shuffle(seed);
        return new Paper([.. Sections.Select(s => s with { Questions = [.. s.Questions.Select(q => Shuffled(q, order))] })]);
    }

    private static Question Shuffled(Question question, Shuffle order) => question switch
    {
        ChoiceQuestion choice => choice with { Items = [.. order.Of(choice.Items).Select(i => Shuffled(i, order))] },
        MatchingQuestion matching => Shuffled(matching, order),
        ItemsQuestion { Kind: not QuestionKind.Comprehension } items => items with { Items = order.Of(items.Items) },
        _ => question,
    };

    public static ChoiceItem Shuffled(ChoiceItem item, Shuffle order)
    {
        var places = order.Of([.. Enumerable.Range(0, item.Options.Count)]);
        return item with { Options = [.. places.Select(p => item.Options[p])], Key = places.ToList().IndexOf(item.Key) };
    }

    public static MatchingQuestion Shuffled(MatchingQuestion question, Shuffle order)
    {
        var inA = order.Of([.. Enumerable.Range(0, question.ListA.Count)]);
        var inB = order.Of([.. Enumerable.Range(0, question.ListB.Count)]).ToList();
        return question with
        {
            ListA = [.. inA.Select(p => question.ListA[p])],
            ListB = [.. inB.Select(p => question.ListB[p])],
            Key = [.. inA.Select(p => inB.IndexOf(question.Key[p]))],
        };
    }
}

public sealed record PaperSection(string? Letter, IReadOnlyList<Question> Questions, int? Answer, int Compulsory)
{
    /// <summary>What a candidate can reach here.</summary>
    public decimal Marks => SectionMarks.Of([.. Questions.Select(q => q.Marks)], Answer, Compulsory);
}

/// <summary>Puts things into an order that depends on the seed alone.</summary>
public sealed class Shuffle(int seed)
{
    private ulong _state = unchecked((ulong)seed * 0x9E3779B97F4A7C15UL) + 0xD1B54A32D192ED03UL;

    public IReadOnlyList<T> Of<T>(IReadOnlyList<T> things)
    {
        var order = things.ToArray();
        for (var last = order.Length - 1; last > 0; last--)
        {
            var other = (int)(Next() % (ulong)(last + 1));
            (order[last], order[other]) = (order[other], order[last]);
        }

        return order;
    }

    // SplitMix64
    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15UL;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
