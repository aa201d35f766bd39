namespace Twiga.Domain.Exams;

/// <summary>Puts the pieces of an exam together into the questions of a paper.</summary>
internal static class PaperAssembly
{
    public static Paper Of(Exam exam)
    {
        var made = exam.Slots.OrderBy(s => s.Place).ToLookup(s => s.Piece.Question, s => s.Question
            ?? throw new DomainException($"Question {s.Piece.Question} is not made yet."));
        var number = 0;
        return new Paper([.. exam.Format.Sections.Select(section => new PaperSection(
            section.Letter,
            [.. section.Questions.Select(_ => Together([.. made[++number]]))],
            section.Answer,
            section.Compulsory))]);
    }

    private static Question Together(IReadOnlyList<Question> pieces) => pieces switch
    {
        [var one] => one,
        [ChoiceQuestion first, ..] => first with { Items = [.. pieces.Cast<ChoiceQuestion>().SelectMany(q => q.Items)] },
        [ItemsQuestion first, ..] => first with { Items = [.. pieces.Cast<ItemsQuestion>().SelectMany(q => q.Items)] },
        _ => throw new DomainException("A question has no pieces, or pieces that do not go together."),
    };
}
