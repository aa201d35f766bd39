using MediatR;
using Twiga.Application.Common;
using Twiga.Application.Curriculum;
using Twiga.Domain;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Documents;
using Twiga.Domain.Lessons;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Lessons;

/// <summary>A lesson that is asked for, with the form and the passages it is made from.</summary>
internal sealed record LessonBrief(
    MakeLessonPlan Request, SchoolClass Class, LessonFormat Format, IReadOnlyList<FoundPassage> Passages)
{
    public string Lesson => Request.Title ?? Request.About;

    public LessonWish Wish => new(Format, Request.Minutes, Request.Language, [.. Passages.Select(Place)]);

    private static BookPages Place(FoundPassage passage) =>
        new(passage.Title, passage.Section ?? passage.Chapter, passage.PageFrom, passage.PageTo);
}

/// <summary>Begins preparations and gathers what is needed to write and print lessons.</summary>
internal sealed class LessonBriefs(IMediator mediator, ILessonFormats formats, TimeProvider clock)
{
    private const int PassagesOfTopic = 20;
    private const int PassageTokens = 3_500;

    public Preparation Begin(
        TeacherId teacher, SchoolClassId schoolClass, Guid request, DocumentKind kind, SchemeOutline? outline)
    {
        var preparation = new Preparation
        {
            Request = request,
            TeacherId = teacher,
            SchoolClassId = schoolClass,
            Kind = kind,
            Outline = outline,
            CreatedAt = clock.GetUtcNow(),
        };
        preparation.Plan(outline?.Chapters.Count ?? 1);
        return preparation;
    }

    public async Task<LessonBrief> ReadAsync(MakeLessonPlan request, CancellationToken cancellationToken)
    {
        var schoolClass = await ClassAsync(request.Class, cancellationToken);
        var outcome = await mediator.Send(new SearchPassages(request.Class, request.About, PassagesOfTopic), cancellationToken);
        return outcome is SearchOutcome.Found found
            ? new LessonBrief(request, schoolClass, formats.PlanFor(schoolClass), Fitting(found.Passages))
            : throw new DomainException("The books say nothing about the topic.");
    }

    public async Task<SchoolClass> ClassAsync(SchoolClassId id, CancellationToken cancellationToken) =>
        (await mediator.Send(new ListClasses(), cancellationToken)).Single(c => c.Id == id);

    // the best that fit, in the book's order; exercises of the book are good to have in a lesson
    private static IReadOnlyList<FoundPassage> Fitting(IReadOnlyList<FoundPassage> passages)
    {
        var (chosen, tokens) = (new List<FoundPassage>(), PassageTokens);
        var told = passages.Where(p => p.Kind != PassageKind.Glossary).ToList();
        foreach (var passage in told.Count > 0 ? told : passages)
        {
            tokens -= Tokens.Count(passage.Text);
            if (tokens < 0 && chosen.Count > 0)
                break;
            chosen.Add(passage);
        }

        return [.. chosen.OrderBy(p => p.ResourceId.Value).ThenBy(p => p.Id.Value)];
    }
}
