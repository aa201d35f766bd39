namespace Twiga.Domain.Exams;

/// <summary>Something wrong between questions of a paper: the piece that must change, and why.</summary>
public sealed record PaperFault(int Piece, string Sentence);

/// <summary>What is only seen with the whole paper in view.</summary>
public static class PaperFaults
{
    private const int ShortestAnswer = 4;
    private const double Telling = 0.6;

    /// <summary>
    /// Near-duplicates and answers that another question gives away, at most one for each piece. Of two that clash the
    /// newer one is to change, of two of the same age the later one on the paper.
    /// </summary>
    /// <param name="pieces">The pieces in order of the paper.</param>
    /// <param name="avoid">What must not be asked again, such as a question that is being replaced.</param>
    /// <param name="madeIn">The round in which each piece was made; all in the same one where null.</param>
    public static IReadOnlyList<PaperFault> Between(
        IReadOnlyList<Question> pieces, IReadOnlyList<Asked>? avoid = null, IReadOnlyList<int>? madeIn = null)
    {
        var faults = new Dictionary<int, string>();
        var asked = pieces.SelectMany((piece, at) => piece.Asks.Select(a => new Read(at, a))).ToList();
        var avoided = (avoid ?? []).Select(a => new Wording(a.Words)).ToList();
        foreach (var again in asked.Where(a => avoided.Any(a.Ask.IsNearly)))
            faults.TryAdd(again.Piece, $"\"{again.Words}\" was asked before. Ask something else.");
        for (var later = 1; later < asked.Count; later++)
        {
            for (var earlier = 0; earlier < later; earlier++)
            {
                if (!asked[later].Ask.IsNearly(asked[earlier].Ask))
                    continue;

                var again = Newer(asked[later].Piece, asked[earlier].Piece) == asked[later].Piece ? asked[later] : asked[earlier];
                faults.TryAdd(again.Piece, $"\"{again.Words}\" is asked elsewhere on the paper. Ask something else.");
            }
        }

        var printed = pieces.SelectMany((piece, at) => piece.Printed.Select(p => (At: at, Text: p, Words: new Wording(p)))).ToList();
        foreach (var question in asked.Where(a => a.Answer is { Plain.Length: >= ShortestAnswer }))
        {
            foreach (var (at, text, words) in printed.Where(p => p.At != question.Piece || p.Text != question.Words))
            {
                if (!words.Holds(question.Answer!) || question.Ask.Count < 2 || question.Ask.ShareIn(words) < Telling)
                    continue;

                faults.TryAdd(Newer(at, question.Piece), $"\"{text}\" gives away the answer \"{question.Answer!.Plain}\" to \"{question.Words}\".");
            }
        }

        return [.. faults.Select(f => new PaperFault(f.Key, f.Value))];

        int Newer(int one, int other) => madeIn is null || madeIn[one] == madeIn[other]
            ? Math.Max(one, other)
            : madeIn[one] > madeIn[other] ? one : other;
    }

    /// <summary>Whether the paper is what its format says, section by section; a sentence for each thing that is not.</summary>
    public static IReadOnlyList<string> Against(Paper paper, ExamFormat format)
    {
        var faults = new List<string>();
        if (!paper.Sections.Select(s => s.Letter).SequenceEqual(format.Sections.Select(s => s.Letter)))
            faults.Add("The sections are not those of the format.");
        foreach (var (made, wanted) in paper.Sections.Zip(format.Sections))
        {
            if (made.Questions.Count != wanted.Questions.Count)
                faults.Add($"Section {made.Letter} has {made.Questions.Count} questions instead of {wanted.Questions.Count}.");
            if (made.Marks != wanted.Marks)
                faults.Add($"Section {made.Letter} comes to {made.Marks} marks instead of {wanted.Marks}.");
            foreach (var (question, asked) in made.Questions.Zip(wanted.Questions))
                faults.AddRange(QuestionFaults.In(question, asked, format.OptionLetters));
        }

        if (paper.Sections.Sum(s => s.Marks) != format.Marks)
            faults.Add($"The paper comes to {paper.Sections.Sum(s => s.Marks)} marks instead of {format.Marks}.");
        return faults;
    }

    private sealed class Read(int piece, Asked asked)
    {
        public int Piece => piece;

        public string Words => asked.Words;

        public Wording Ask { get; } = new(asked.Words);

        public Wording? Answer { get; } = asked.Answer is null ? null : new(asked.Answer);
    }
}
