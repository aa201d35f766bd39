using MediatR;

namespace Twiga.Application.Common;

/// <summary>Removes what has served its time (docs/decisions/0009).</summary>
public sealed record CleanUp : IQueued
{
    public string Lane => "schedule:clean-up";

    public TimeSpan Deadline => TimeSpan.FromMinutes(10);
}

/// <summary>What is kept, and for how long.</summary>
public interface IRetention
{
    /// <summary>Removes all whose time is over; again and at any time it does no harm.</summary>
    Task ApplyAsync(CancellationToken cancellationToken);
}

internal sealed class CleanUpHandler(IRetention retention) : AsyncRequestHandler<CleanUp>
{
    protected override Task Handle(CleanUp request, CancellationToken cancellationToken) =>
        retention.ApplyAsync(cancellationToken);
}
