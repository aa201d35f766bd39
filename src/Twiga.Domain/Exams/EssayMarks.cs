namespace Twiga.Domain.Exams;

/// <summary>
/// How an essay is marked: introduction and conclusion alike, points of two marks each (teaching.md, section 3; for
/// 15 marks 1½ + 6 × 2 + 1½).
/// </summary>
public static class EssayMarks
{
    public const decimal Point = 2;

    private const decimal ShareOfPoints = 0.8m;

    public static int Points(decimal marks) => Math.Max(1, (int)(marks * ShareOfPoints / Point));

    /// <summary>For the introduction, and as much for the conclusion.</summary>
    public static decimal Frame(decimal marks) => (marks - (Points(marks) * Point)) / 2;
}
