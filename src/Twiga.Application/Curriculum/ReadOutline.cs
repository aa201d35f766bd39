using MediatR;
using Twiga.Domain.Curriculum;

namespace Twiga.Application.Curriculum;

/// <summary>The sections of a class's main book in their order; none where the class has no book with chapters.</summary>
public sealed record ReadOutline(SchoolClassId Class) : IRequest<IReadOnlyList<OutlineSection>>;

/// <summary>A section with all it takes to plan lessons on it: pages as printed, its length in words, its text.</summary>
public sealed record OutlineSection(
    ResourceId ResourceId,
    string Book,
    IReadOnlyList<string> Authors,
    string Chapter,
    string Section,
    int? PageFrom,
    int? PageTo,
    int Words,
    string Text);

internal sealed class ReadOutlineHandler(ITextbooks textbooks)
    : IRequestHandler<ReadOutline, IReadOnlyList<OutlineSection>>
{
    public Task<IReadOnlyList<OutlineSection>> Handle(ReadOutline request, CancellationToken cancellationToken) =>
        textbooks.OutlineAsync(request.Class, cancellationToken);
}
