using Twiga.Domain.Curriculum;
using Twiga.Domain.Lessons;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Lessons;

/// <summary>The plans and schemes that teachers asked for. What is made is saved at once and by itself, so that a crash loses nothing.</summary>
public interface IPreparations
{
    /// <summary>The one of a request with its parts; null where it was not started.</summary>
    Task<Preparation?> FindAsync(Guid request, CancellationToken cancellationToken);

    /// <summary>Whether the same is being made for her, or waits to be: of that kind, for that class, about that.</summary>
    Task<bool> IsBeingMadeAsync(
        TeacherId teacher, SchoolClassId schoolClass, string kind, string about, CancellationToken cancellationToken);

    /// <summary>Saves a planned one at once.</summary>
    Task StartAsync(Preparation preparation, CancellationToken cancellationToken);

    /// <summary>Saves a part at once.</summary>
    Task KeepAsync(PreparedPart part, CancellationToken cancellationToken);

    /// <summary>What became of it, saved with everything else of the request.</summary>
    void Record(Preparation preparation);
}
