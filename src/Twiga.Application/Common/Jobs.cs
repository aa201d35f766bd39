using MediatR;

namespace Twiga.Application.Common;

/// <summary>What waits, runs or was given up.</summary>
public sealed record ListJobs(bool DeadOnly) : IRequest<IReadOnlyList<JobLine>>;

/// <summary>Puts dead jobs back into the queue: one by its id, or all.</summary>
public sealed record ReplayJobs(long? Id) : IRequest<int>;

internal sealed class ListJobsHandler(IJobTable jobs) : IRequestHandler<ListJobs, IReadOnlyList<JobLine>>
{
    public Task<IReadOnlyList<JobLine>> Handle(ListJobs request, CancellationToken cancellationToken) =>
        jobs.ListAsync(request.DeadOnly, cancellationToken);
}

internal sealed class ReplayJobsHandler(IJobTable jobs) : IRequestHandler<ReplayJobs, int>
{
    public Task<int> Handle(ReplayJobs request, CancellationToken cancellationToken) =>
        jobs.ReplayAsync(request.Id, cancellationToken);
}
