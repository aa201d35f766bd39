using MediatR;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Operators;

namespace Twiga.Application.Operators;

/// <summary>The service as it stands, and its last days.</summary>
public sealed record ReadUsage(int Days = 28) : IRequest<Usage>;

/// <summary>Who got no answer, and what WhatsApp refused: without words.</summary>
public sealed record ListTrouble(int RefusedAtMost = 50) : IRequest<Trouble>;

public sealed record Trouble(IReadOnlyList<UnansweredLine> Unanswered, IReadOnlyList<RefusedLine> Refused);

/// <summary>The last reactions of teachers to answers.</summary>
public sealed record ListReactions(int AtMost = 100) : IRequest<IReadOnlyList<ReactionLine>>;

/// <summary>What operators did last.</summary>
public sealed record ListActs(int AtMost = 200) : IRequest<IReadOnlyList<OperatorAct>>;

/// <summary>A page of a book's passages as they are searched.</summary>
public sealed record ListPassages(ResourceId Book, int Skip, int AtMost = 25) : IRequest<IReadOnlyList<Passage>>;

internal sealed class ReadUsageHandler(IOversight oversight) : IRequestHandler<ReadUsage, Usage>
{
    public Task<Usage> Handle(ReadUsage request, CancellationToken cancellationToken) =>
        oversight.UsageAsync(request.Days, cancellationToken);
}

internal sealed class ListTroubleHandler(IOversight oversight) : IRequestHandler<ListTrouble, Trouble>
{
    public async Task<Trouble> Handle(ListTrouble request, CancellationToken cancellationToken) => new(
        await oversight.UnansweredAsync(cancellationToken),
        await oversight.RefusedAsync(request.RefusedAtMost, cancellationToken));
}

internal sealed class ListReactionsHandler(IOversight oversight)
    : IRequestHandler<ListReactions, IReadOnlyList<ReactionLine>>
{
    public Task<IReadOnlyList<ReactionLine>> Handle(ListReactions request, CancellationToken cancellationToken) =>
        oversight.ReactionsAsync(request.AtMost, cancellationToken);
}

internal sealed class ListActsHandler(IOversight oversight) : IRequestHandler<ListActs, IReadOnlyList<OperatorAct>>
{
    public Task<IReadOnlyList<OperatorAct>> Handle(ListActs request, CancellationToken cancellationToken) =>
        oversight.ActsAsync(request.AtMost, cancellationToken);
}

internal sealed class ListPassagesHandler(IOversight oversight) : IRequestHandler<ListPassages, IReadOnlyList<Passage>>
{
    public Task<IReadOnlyList<Passage>> Handle(ListPassages request, CancellationToken cancellationToken) =>
        oversight.PassagesAsync(request.Book, Math.Max(0, request.Skip), request.AtMost, cancellationToken);
}
