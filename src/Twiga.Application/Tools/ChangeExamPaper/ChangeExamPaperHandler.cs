using MediatR;
using Twiga.Application.Exams;
using Twiga.Domain.Exams;

namespace Twiga.Application.Tools;

internal sealed class ChangeExamPaperHandler(
    IExams exams, ExamDelivery delivery, ExamFiles files, TurnContext turn) : IRequestHandler<ChangeExamPaper, string>
{
    private const string Arrives = "Both documents go out right below your answer. Say so in one sentence, without listing questions.";

    public async Task<string> Handle(ChangeExamPaper request, CancellationToken cancellationToken)
    {
        var schoolClass = request.Class is { } named ? turn.Named(named) : null;
        var exam = await exams.LatestAsync(turn.Teacher, schoolClass?.Id, cancellationToken);
        if (exam is null)
            return "No exam paper was made for her yet. Say so and offer to make one.";

        switch (request.Change)
        {
            case ExamChange.SendAgain or ExamChange.SendAsWord:
                return await SendKeptAsync(exam, request.Change == ExamChange.SendAsWord, cancellationToken);
            case ExamChange.AnotherVersion:
                var version = await files.NextVersionAsync(exam, cancellationToken);
                return await SendAsync(exam, new ExamVariant(Version: version), cancellationToken);
            case ExamChange.AnotherDuration:
                var minutes = request.DurationMinutes ?? throw new ToolRefusedException("duration_minutes is missing: ask her.");
                return await SendAsync(exam, new ExamVariant(Minutes: minutes), cancellationToken)
                    + " Questions and marks are the same; only the time changed.";
            default:
                return await ReplaceAsync(exam, request.Question, cancellationToken);
        }
    }

    private async Task<string> SendKeptAsync(Exam exam, bool word, CancellationToken cancellationToken)
    {
        var kept = await files.FindAsync(exam, word, cancellationToken);
        if (kept.Count == 0)
            return await SendAsync(exam, new ExamVariant(), cancellationToken);

        foreach (var document in kept)
            turn.Attach(document);
        return Arrives;
    }

    private async Task<string> SendAsync(Exam exam, ExamVariant variant, CancellationToken cancellationToken)
    {
        foreach (var made in await delivery.MakeAsync(exam, variant, cancellationToken))
            turn.Attach(made.Shown.AsDocument());
        return Arrives;
    }

    private async Task<string> ReplaceAsync(Exam exam, int? question, CancellationToken cancellationToken)
    {
        if (question is not { } number || number > exam.Format.Questions)
            throw new ToolRefusedException($"question must be a number from 1 to {exam.Format.Questions}: ask her which.");
        if (await exams.IsBeingMadeAsync(turn.Teacher, exam.SchoolClassId, cancellationToken))
            return "A paper for this class is being made for her already and is on its way. Nothing new was started. Say just that.";

        turn.FollowUp(new MakeExam(turn.Teacher, exam.SchoolClassId, Guid.CreateVersion7(), turn.Language)
        {
            Like = exam.Id,
            Question = number,
        });
        return $"Question {number} is being replaced now. The paper and its marking scheme arrive here by themselves in about a "
            + "minute. Tell her that in one sentence.";
    }
}
