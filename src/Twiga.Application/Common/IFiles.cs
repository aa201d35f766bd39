using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Common;

/// <summary>The files of teachers, in PostgreSQL beside everything else, so that every machine finds them.</summary>
public interface IFiles
{
    /// <summary>
    /// Keeps a file at once, whatever becomes of the command; what no message, document or medium refers to after a
    /// day is cleaned up. Its <c>AsImage</c> and <c>AsDocument</c> are what a message takes.
    /// </summary>
    /// <param name="teacher">Whose it is; it goes when she is deleted.</param>
    /// <param name="name">What she reads, with the extension; up to 240 characters.</param>
    /// <param name="mimeType">Such as <c>application/pdf</c>.</param>
    /// <param name="content">Its bytes.</param>
    Task<KeptFile> KeepAsync(
        TeacherId teacher, string name, string mimeType, byte[] content, CancellationToken cancellationToken);

    /// <summary>The file with its bytes; null where it was deleted.</summary>
    Task<KeptFile?> FindAsync(KeptFileId file, CancellationToken cancellationToken);
}
