namespace Twiga.Domain.Exams;

/// <summary>What a candidate can reach in a section; questions that one may choose from have equal marks.</summary>
internal static class SectionMarks
{
    /// <param name="questions">The marks of each printed question, compulsory ones first.</param>
    public static decimal Of(IReadOnlyList<decimal> questions, int? answer, int compulsory) =>
        answer is { } some && some < questions.Count
            ? questions.Take(compulsory).Sum() + ((some - compulsory) * questions[^1])
            : questions.Sum();
}
