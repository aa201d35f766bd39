using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Messaging;

/// <summary>
/// How a teacher who is deleted is still told so: in her place stays nobody (<see cref="Teacher.Deleted"/>) with her
/// address and one message that goes out like any other, until <see cref="ForgetAddress"/> deletes that too.
/// </summary>
public interface IFarewells
{
    /// <summary>Deletes everything held on her and puts nobody with the goodbye in her place, in one transaction.</summary>
    /// <param name="teacher">Where she is already gone, nothing happens.</param>
    /// <param name="to">Where the goodbye goes; no second one goes there while one is on its way.</param>
    /// <param name="goodbye">What she is told.</param>
    /// <param name="notAfter">What has not left by then is given up.</param>
    Task DeleteAsync(
        TeacherId teacher, Addressee to, TextContent goodbye, DateTimeOffset notAfter, CancellationToken cancellationToken);

    /// <summary>Whether the goodbye may still go out.</summary>
    Task<bool> IsOnItsWayAsync(TeacherId nobody, CancellationToken cancellationToken);
}
