namespace Twiga.Application.Common;

/// <summary>The job table: what is enqueued here is saved with the command's other changes, or not at all.</summary>
public interface IJobs
{
    /// <param name="command">What is to be done.</param>
    /// <param name="notBefore">When it may start; at once where null.</param>
    void Enqueue(IQueued command, DateTimeOffset? notBefore = null);
}
