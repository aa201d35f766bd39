using MediatR;
using Twiga.Application.Common;

namespace Twiga.Application.Messaging;

/// <summary>Begins again what waits though no job is there for it, as after a restored backup: answers, messages, media.</summary>
public sealed record PickUpLeftWork : IQueued
{
    public string Lane => "schedule:left-work";
}

/// <summary>Work without a job.</summary>
public interface ILeftWork
{
    /// <summary>The commands for all that waited before that instant and that no job, not even a dead one, stands for.</summary>
    Task<IReadOnlyList<IQueued>> FindAsync(DateTimeOffset before, CancellationToken cancellationToken);
}

internal sealed class PickUpLeftWorkHandler(ILeftWork left, IJobs jobs, TimeProvider clock)
    : AsyncRequestHandler<PickUpLeftWork>
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(10);

    protected override async Task Handle(PickUpLeftWork request, CancellationToken cancellationToken)
    {
        foreach (var command in await left.FindAsync(clock.GetUtcNow() - LongEnough, cancellationToken))
            jobs.Enqueue(command);
    }
}
