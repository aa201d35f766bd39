using System.Text.Json.Nodes;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Teachers;

/// <summary>All that is held on teachers, whatever table it lies in, also those that come later.</summary>
public interface IRecords
{
    /// <summary>Everything held on her: a list of rows by table; files without their bytes. Null where she is nobody.</summary>
    Task<JsonObject?> ExportAsync(TeacherId teacher, CancellationToken cancellationToken);

    /// <summary>Deletes everything held on her in one transaction; false where there was nothing.</summary>
    Task<bool> DeleteAsync(TeacherId teacher, CancellationToken cancellationToken);
}
