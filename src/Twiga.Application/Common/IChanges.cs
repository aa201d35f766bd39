namespace Twiga.Application.Common;

/// <summary>What the handlers of this scope changed and enqueued, saved in one transaction.</summary>
public interface IChanges
{
    Task SaveAsync(CancellationToken cancellationToken);
}
