using MediatR;
using Twiga.Domain.Curriculum;

namespace Twiga.Application.Curriculum;

/// <summary>
/// Makes the vectors of all books, or of one, anew; until all are there the old ones are searched. A run that was broken
/// off goes on where it ended when it resumes, and begins again where it does not.
/// </summary>
public sealed record ReembedResources(ResourceId? Book, bool Resume) : IRequest<ReembedOutcome>
{
    public IProgress<IngestStep>? Progress { get; init; }
}

public abstract record ReembedOutcome
{
    private ReembedOutcome()
    {
    }

    /// <summary>The new vectors are the ones that are searched.</summary>
    /// <param name="Passages">How many vectors this run made.</param>
    public sealed record Done(string Model, int Books, int Passages) : ReembedOutcome;

    /// <summary>Nothing was done; the reason is a sentence.</summary>
    public sealed record Refused(string Reason) : ReembedOutcome;
}

/// <summary>Replaces vectors step by step, each of which stays.</summary>
public interface IReembedBooks
{
    Task<ReembedOutcome> RunAsync(
        ResourceId? book, bool resume, IProgress<IngestStep>? progress, CancellationToken cancellationToken);
}

internal sealed class ReembedResourcesHandler(IReembedBooks books) : IRequestHandler<ReembedResources, ReembedOutcome>
{
    public Task<ReembedOutcome> Handle(ReembedResources request, CancellationToken cancellationToken) =>
        books.RunAsync(request.Book, request.Resume, request.Progress, cancellationToken);
}
