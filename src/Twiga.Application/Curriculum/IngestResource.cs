using FluentValidation;
using MediatR;
using Twiga.Application.Common;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Curriculum;

/// <summary>Takes a book in: reads it, cuts it into passages and stores them; the same file again replaces, never doubles.</summary>
public sealed record IngestResource(string Path) : ICommand<IngestOutcome>
{
    /// <summary>The classes it is for, by display name; without any, the file must say it.</summary>
    public IReadOnlyList<string> Classes { get; init; } = [];

    public string? Title { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    public Language? Language { get; init; }

    public IProgress<IngestStep>? Progress { get; init; }
}

/// <summary>How far an ingestion is: what it does now, and how much of that is done.</summary>
public sealed record IngestStep(string Doing, int Done, int Of);

public abstract record IngestOutcome
{
    private IngestOutcome()
    {
    }

    public sealed record Ingested(IngestReport Report) : IngestOutcome;

    /// <summary>Nothing was stored; each reason is a sentence.</summary>
    public sealed record Refused(IReadOnlyList<string> Reasons) : IngestOutcome;
}

/// <summary>What came of a file.</summary>
/// <param name="Pages">On how many pages text stands; null where the file does not say where pages end.</param>
/// <param name="Unread">What could not be read, by page.</param>
public sealed record IngestReport(
    ResourceId Id,
    string Title,
    IReadOnlyList<string> Classes,
    bool Changed,
    int? Pages,
    IReadOnlyDictionary<PassageKind, int> Passages,
    int NewPassages,
    int Embedded,
    IReadOnlyList<string> Unread);

internal sealed class IngestResourceValidator : AbstractValidator<IngestResource>
{
    public IngestResourceValidator()
    {
        RuleFor(r => r.Path).NotEmpty();
        RuleFor(r => r.Title).MaximumLength(300);
    }
}

internal sealed class IngestResourceHandler(IReadDocuments documents, ITextbooks textbooks, ISchoolClasses classes)
    : IRequestHandler<IngestResource, IngestOutcome>
{
    public async Task<IngestOutcome> Handle(IngestResource request, CancellationToken cancellationToken)
    {
        request.Progress?.Report(new IngestStep("reading", 0, 1));
        var outcome = await documents.ReadAsync(request.Path, cancellationToken);
        if (outcome is not ReadOutcome.Readable(var text, var hash))
            return new IngestOutcome.Refused(((ReadOutcome.Unreadable)outcome).Reasons);

        var fileName = System.IO.Path.GetFileName(request.Path);
        var (found, faults) = await ClassesOfAsync(request, text.Facts, fileName, cancellationToken);
        if (faults.Count > 0)
            return new IngestOutcome.Refused(faults);

        var language = request.Language ?? text.Facts.Language ?? found[0].Medium;
        var passages = PassageCutter.Cut(text.Blocks, language);
        if (passages.Count == 0)
            return new IngestOutcome.Refused([.. text.Unread, $"{fileName}: there is no text in it."]);

        var book = new Textbook(
            request.Title ?? text.Facts.Title ?? System.IO.Path.GetFileNameWithoutExtension(fileName),
            request.Authors.Count > 0 ? request.Authors : text.Facts.Authors,
            language, text.Facts.IsSample, fileName, hash, [.. found.Select(c => c.Id)], passages);
        await textbooks.CheckEmbedderAsync(cancellationToken);
        request.Progress?.Report(new IngestStep("storing", 0, passages.Count));
        var stored = await textbooks.StoreAsync(book, cancellationToken);
        var embedded = await textbooks.EmbedAsync(stored.Id, request.Progress, cancellationToken);
        return new IngestOutcome.Ingested(new IngestReport(
            stored.Id, book.Title, [.. found.Select(c => c.English)], stored.Changed,
            Pages(text.Blocks),
            passages.CountBy(p => p.Kind).ToDictionary(), stored.NewPassages, embedded, text.Unread));
    }

    private static int? Pages(IReadOnlyList<Block> blocks)
    {
        var pages = blocks.SelectMany(b => new[] { b.PageFrom, b.PageTo }).OfType<int>().Distinct().Count();
        return pages > 0 ? pages : null;
    }

    private async Task<(IReadOnlyList<SchoolClass> Classes, IReadOnlyList<string> Faults)> ClassesOfAsync(
        IngestResource request, BookFacts facts, string fileName, CancellationToken cancellationToken)
    {
        var found = new List<SchoolClass>();
        var faults = new List<string>();
        foreach (var name in request.Classes)
        {
            if (await classes.FindAsync(name, cancellationToken) is { } known)
                found.Add(known);
            else
                faults.Add($"There is no class '{name}'; 'classes list' shows them all.");
        }

        if (request.Classes.Count == 0 && facts is { SubjectKey: { } subject, GradeCode: { } grade })
        {
            if (await classes.FindAsync(subject, grade, cancellationToken) is { } known)
                found.Add(known);
            else
                faults.Add($"{fileName}: there is no class of the subject '{subject}' in the grade '{grade}'.");
        }
        else if (request.Classes.Count == 0)
        {
            faults.Add($"{fileName}: the file does not say which class it is for; give --class.");
        }

        return (found, faults);
    }
}
