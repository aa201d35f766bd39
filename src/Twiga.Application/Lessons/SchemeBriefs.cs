using System.Text.RegularExpressions;
using MediatR;
using Twiga.Application.Common;
using Twiga.Application.Curriculum;
using Twiga.Domain;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Documents;
using Twiga.Domain.Lessons;

namespace Twiga.Application.Lessons;

/// <summary>A scheme that is asked for, with its form and the text of the book's sections by chapter and title.</summary>
internal sealed record SchemeBrief(
    MakeSchemeOfWork Request, SchoolClass Class, SchemeFormat Format, IReadOnlyDictionary<(string Chapter, string Title), string> Texts);

/// <summary>Plans schemes of work from the order of topics in the book.</summary>
internal sealed class SchemeBriefs(IMediator mediator, ILessonFormats formats, LessonBriefs lessons, TimeProvider clock)
{
    private const int PassagesOfTopic = 8;

    public async Task<Preparation> BeginAsync(MakeSchemeOfWork request, CancellationToken cancellationToken)
    {
        var schoolClass = await lessons.ClassAsync(request.Class, cancellationToken);
        var format = formats.SchemeFor(schoolClass);
        var term = format.Terms.FirstOrDefault(t => t.Number == request.Term)
            ?? throw new DomainException($"There is no term {request.Term}.");
        var year = TermWeeks.Year(term, DateOnly.FromDateTime(DarEsSalaam.At(clock.GetUtcNow()).DateTime));
        var weeks = TermWeeks.Of(
            format,
            term,
            year,
            request.Weeks,
            request.LeftOut.DistinctBy(w => w.Week).ToDictionary(w => w.Week, w => w.Reason),
            format.Break.In(request.Language),
            format.Closing.In(request.Language));
        var outline = SchemeOutline.Of(
            request.Term, year, request.PeriodsPerWeek ?? format.PeriodsPerWeek, weeks, await SectionsAsync(request, cancellationToken));
        return lessons.Begin(request.Teacher, request.Class, request.Request, DocumentKind.SchemeOfWork, outline);
    }

    public async Task<SchemeBrief> ReadAsync(
        Preparation preparation, MakeSchemeOfWork request, CancellationToken cancellationToken)
    {
        var schoolClass = await lessons.ClassAsync(preparation.SchoolClassId, cancellationToken);
        var sections = await mediator.Send(new ReadOutline(request.Class), cancellationToken);
        return new SchemeBrief(
            request,
            schoolClass,
            formats.SchemeFor(schoolClass),
            sections.DistinctBy(s => (s.Chapter, s.Section)).ToDictionary(s => (s.Chapter, s.Section), s => s.Text));
    }

    /// <summary>Topics she named that the main book does not treat.</summary>
    public async Task<IReadOnlyList<string>> UnknownAsync(
        SchoolClassId schoolClass,
        IReadOnlyList<string> topics,
        IReadOnlyList<OutlineSection> sections,
        CancellationToken cancellationToken)
    {
        var unknown = new List<string>();
        foreach (var topic in topics)
        {
            if ((await OfTopicAsync(schoolClass, topic, sections, cancellationToken)).Count == 0)
                unknown.Add(topic);
        }

        return unknown;
    }

    private async Task<IReadOnlyList<BookSection>> SectionsAsync(MakeSchemeOfWork request, CancellationToken cancellationToken)
    {
        var sections = await mediator.Send(new ReadOutline(request.Class), cancellationToken);
        var chosen = new List<OutlineSection>();
        foreach (var topic in request.Topics)
            chosen.AddRange(await OfTopicAsync(request.Class, topic, sections, cancellationToken));
        return
        [
            .. (chosen.Count > 0 ? chosen.Distinct() : BookTerms.Half(sections, request.Term)).Select(s => new BookSection(
                s.Book, s.Authors.Count > 0 ? string.Join(", ", s.Authors) : null, s.Chapter, s.Section, s.PageFrom, s.PageTo, s.Words)),
        ];
    }

    // the sections that speak of it, in the chapter that does so best; the whole chapter where that is its name
    private async Task<IReadOnlyList<OutlineSection>> OfTopicAsync(
        SchoolClassId schoolClass, string topic, IReadOnlyList<OutlineSection> sections, CancellationToken cancellationToken)
    {
        var name = new Regex($@"(?<!\w){Regex.Escape(topic.Trim())}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        var named = sections.Where(s => name.IsMatch(s.Chapter)).ToList();
        if (named.Count > 0)
            return named;
        if (await mediator.Send(new SearchPassages(schoolClass, topic, PassagesOfTopic), cancellationToken)
            is not SearchOutcome.Found found)
            return [];

        var hits = found.Passages
            .Select(p => sections.FirstOrDefault(s => (s.ResourceId, s.Chapter, s.Section) == (p.ResourceId, p.Chapter, p.Section)))
            .OfType<OutlineSection>()
            .ToList();
        return hits.Count == 0 ? [] : [.. sections.Where(s => s.Chapter == hits[0].Chapter && hits.Contains(s))];
    }
}

/// <summary>Which part of a book belongs to which term of the year.</summary>
internal static class BookTerms
{
    /// <summary>The first term takes the chapters up to the middle of the book, the second the others.</summary>
    public static IEnumerable<OutlineSection> Half(IReadOnlyList<OutlineSection> sections, int term)
    {
        var chapters = sections.GroupBy(s => s.Chapter).Select(g => g.ToList()).ToList();
        if (chapters.Count < 2)
            return sections;

        var (all, before, first) = (sections.Sum(s => s.Words), 0, 0);
        while (first < chapters.Count - 1
            && (first == 0 || Math.Abs((2 * (before + Words(first))) - all) <= Math.Abs((2 * before) - all)))
            before += Words(first++);
        return (term == 1 ? chapters.Take(first) : chapters.Skip(first)).SelectMany(c => c);

        int Words(int chapter) => chapters[chapter].Sum(s => s.Words);
    }
}
