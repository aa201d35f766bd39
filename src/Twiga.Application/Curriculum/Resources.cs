using MediatR;
using Twiga.Domain.Curriculum;

namespace Twiga.Application.Curriculum;

/// <summary>All books, by title.</summary>
public sealed record ListResources : IRequest<IReadOnlyList<BookEntry>>;

/// <summary>Takes a book away with all its passages; answers with its title, or null where there is none.</summary>
public sealed record RemoveResource(ResourceId Book) : IRequest<string?>;

internal sealed class ListResourcesHandler(ITextbooks textbooks)
    : IRequestHandler<ListResources, IReadOnlyList<BookEntry>>
{
    public Task<IReadOnlyList<BookEntry>> Handle(ListResources request, CancellationToken cancellationToken) =>
        textbooks.ListAsync(cancellationToken);
}

internal sealed class RemoveResourceHandler(ITextbooks textbooks) : IRequestHandler<RemoveResource, string?>
{
    public Task<string?> Handle(RemoveResource request, CancellationToken cancellationToken) =>
        textbooks.RemoveAsync(request.Book, cancellationToken);
}
