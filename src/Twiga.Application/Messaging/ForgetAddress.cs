using MediatR;
using Twiga.Application.Common;
using Twiga.Application.Teachers;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Messaging;

/// <summary>Deletes where a deleted teacher was told goodbye, once that is out or given up.</summary>
/// <param name="Teacher">Nobody, who stands in her place.</param>
public sealed record ForgetAddress(TeacherId Teacher) : IQueued
{
    /// <summary>The lane of what is sent: each time behind an attempt to send.</summary>
    public string Lane => new SendMessages(Teacher).Lane;
}

internal sealed class ForgetAddressHandler(IFarewells farewells, IRecords records, IJobs jobs, TimeProvider clock)
    : AsyncRequestHandler<ForgetAddress>
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(5);

    protected override async Task Handle(ForgetAddress request, CancellationToken cancellationToken)
    {
        if (await farewells.IsOnItsWayAsync(request.Teacher, cancellationToken))
            jobs.Enqueue(request, clock.GetUtcNow() + LookAgain);
        else
            await records.DeleteAsync(request.Teacher, cancellationToken);
    }
}
