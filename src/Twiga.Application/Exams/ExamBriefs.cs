using MediatR;
using Twiga.Application.Curriculum;
using Twiga.Domain;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Exams;

namespace Twiga.Application.Exams;

/// <summary>Plans exams and gathers what is needed to write and print them.</summary>
internal sealed class ExamBriefs(IMediator mediator, IExams exams, IExamFormats formats, TimeProvider clock)
{
    private const int PassagesOfTopic = 30;

    public async Task<Exam> PlanAsync(MakeExam request, CancellationToken cancellationToken)
    {
        var like = await LikeAsync(request, cancellationToken);
        var format = like?.Format ?? formats.All.FirstOrDefault(f => f.Key == request.Format)
            ?? throw new DomainException($"There is no format '{request.Format}'.");
        var exam = new Exam
        {
            Request = request.Request,
            TeacherId = request.Teacher,
            SchoolClassId = request.Class,
            Topics = like?.Topics ?? request.Topics,
            Format = format,
            Language = like?.Language ?? request.Language,
            Minutes = like?.Minutes ?? request.Minutes ?? format.Minutes,
            CreatedAt = clock.GetUtcNow(),
        };
        if (like is not null)
            exam.PlanLike(like, request.Question!.Value);
        else
            exam.Plan(TableOfSpecifications.Plan(format, exam.Topics.Count));
        return exam;
    }

    public async Task<ExamBrief> ReadAsync(Exam exam, MakeExam request, CancellationToken cancellationToken)
    {
        var passages = new List<IReadOnlyList<FoundPassage>>();
        foreach (var topic in exam.Topics)
        {
            var outcome = await mediator.Send(
                new SearchPassages(exam.SchoolClassId, topic, PassagesOfTopic), cancellationToken);
            passages.Add(outcome is SearchOutcome.Found found ? InOrder(found.Passages) : []);
        }

        // a topic whose book was removed in the meantime is asked from the others' passages
        var all = passages.SelectMany(p => p).ToList();
        if (all.Count == 0)
            throw new DomainException("The books say nothing about the topics.");

        var like = await LikeAsync(request, cancellationToken);
        return new ExamBrief(
            exam,
            await ClassAsync(exam.SchoolClassId, cancellationToken),
            [.. passages.Select(p => p.Count > 0 ? p : all)])
        {
            Avoid = [.. (like?.Slots ?? []).Where(s => s.Piece.Question == request.Question).SelectMany(s => s.Question!.Asks)],
        };
    }

    public async Task<SchoolClass> ClassAsync(SchoolClassId id, CancellationToken cancellationToken) =>
        (await mediator.Send(new ListClasses(), cancellationToken)).Single(c => c.Id == id);

    private Task<Exam?> LikeAsync(MakeExam request, CancellationToken cancellationToken) => request.Like is { } like
        ? exams.FindAsync(request.Teacher, like, cancellationToken)
        : Task.FromResult<Exam?>(null);

    // exercises of the book are not asked again; its order keeps what belongs together together
    private static IReadOnlyList<FoundPassage> InOrder(IReadOnlyList<FoundPassage> passages)
    {
        var texts = passages.Where(p => p.Kind != PassageKind.Exercise).ToList();
        return [.. (texts.Count > 0 ? texts : passages).OrderBy(p => p.ResourceId.Value).ThenBy(p => p.Id.Value)];
    }
}
