using Microsoft.Extensions.AI;
using Twiga.Application.Common;
using Twiga.Domain.Exams;

namespace Twiga.Application.Exams;

/// <summary>
/// Makes the pieces of a paper side by side until all keep the rules alone and together and the second reader is
/// content. What is made is kept at once; called again, it goes on where it was.
/// </summary>
internal sealed class ExamWriter(ILanguageModels models, IExams exams, IQuotas quotas, TimeProvider clock)
{
    public const string Use = "generate_necta_style_exam";

    private const int RoundsAtMost = 8;

    /// <summary>After so many rounds the second reader's doubts go to the teacher instead of back to the model.</summary>
    private const int RoundsWithDoubts = 3;

    /// <summary>Writes the paper to its end, good or bad, and counts what it cost.</summary>
    /// <returns>The numbers of the questions that no attempt got right; none when the paper is finished.</returns>
    public async Task<IReadOnlyList<int>> WriteAsync(ExamBrief brief, CancellationToken cancellationToken)
    {
        using var tally = TokenTally.Start();
        try
        {
            var missing = await MakePiecesAsync(brief, cancellationToken);
            if (missing.Count == 0)
                brief.Exam.Finish(clock.GetUtcNow());
            else
                brief.Exam.Fail(clock.GetUtcNow());
            return missing;
        }
        finally
        {
            await quotas.SpendAsync(brief.Exam.TeacherId, (long)tally.Input + tally.Output);
        }
    }

    private async Task<IReadOnlyList<int>> MakePiecesAsync(ExamBrief brief, CancellationToken cancellationToken)
    {
        using var gate = new SemaphoreSlim(models.Limits.ConcurrentCalls);
        var model = new Gated(models.For(Use), gate);
        var makers = brief.Exam.Slots.ToDictionary(s => s.Place, s => new PieceMaker(brief, s, model));
        var faults = new Dictionary<int, string>();
        var madeIn = new int[brief.Exam.Slots.Count];
        for (var round = 1; round <= RoundsAtMost; round++)
        {
            var open = brief.Exam.Slots.Where(s => s.Question is null || faults.ContainsKey(s.Place)).ToList();
            foreach (var slot in open)
                madeIn[slot.Place] = round;
            await Task.WhenAll(open.Select(s => MakeAsync(s, makers[s.Place], faults.GetValueOrDefault(s.Place), cancellationToken)));
            var missing = brief.Exam.Slots.Where(s => s.Question is null).Select(s => s.Piece.Question).Distinct().ToList();
            if (missing.Count > 0)
                return missing;

            faults = PaperFaults.Between([.. brief.Exam.Slots.Select(s => s.Question!)], brief.Avoid, madeIn)
                .ToDictionary(f => brief.Exam.Slots[f.Piece].Place, f => f.Sentence);
            if (faults.Count > 0)
                continue;

            // a doubt that came with a question from another exam does not have it made again
            var read = await ReviewAsync(brief, model, cancellationToken);
            faults = round >= RoundsWithDoubts
                ? []
                : read.Where(s => s.Doubt is not null)
                    .ToDictionary(s => s.Place, s => $"A second reader says: {s.Doubt}");
            if (faults.Count == 0)
                return [];
        }

        return [.. faults.Keys.Select(place => brief.Exam.Slots[place].Piece.Question).Distinct()];
    }

    private async Task MakeAsync(ExamSlot slot, PieceMaker maker, string? fault, CancellationToken cancellationToken)
    {
        await maker.MakeAsync(fault, cancellationToken);
        await exams.KeepAsync(slot, cancellationToken);
    }

    private async Task<IReadOnlyList<ExamSlot>> ReviewAsync(
        ExamBrief brief, IChatClient model, CancellationToken cancellationToken)
    {
        var invigilator = new Invigilator(brief, model);
        var portions = Invigilator.Portions(brief.Exam.Slots.Where(s => !s.IsReviewed)).ToList();
        await Task.WhenAll(portions.Select(async portion =>
        {
            await invigilator.ReadAsync(portion, cancellationToken);
            foreach (var slot in portion)
                await exams.KeepAsync(slot, cancellationToken);
        }));
        return [.. portions.SelectMany(p => p)];
    }
}
