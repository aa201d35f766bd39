using Twiga.Domain.Curriculum;
using Twiga.Domain.Exams;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Exams;

/// <summary>The papers that teachers asked for. What is made is saved at once and by itself, so that a crash loses nothing.</summary>
public interface IExams
{
    /// <summary>The exam of a request with its pieces; null where it was not started.</summary>
    Task<Exam?> FindAsync(Guid request, CancellationToken cancellationToken);

    /// <summary>Her newest exam, of one class or any, that was finished.</summary>
    Task<Exam?> LatestAsync(TeacherId teacher, SchoolClassId? schoolClass, CancellationToken cancellationToken);

    /// <summary>Her exam of that id; null where it is not hers.</summary>
    Task<Exam?> FindAsync(TeacherId teacher, ExamId id, CancellationToken cancellationToken);

    /// <summary>Whether a paper for that class is being made for her, or waits to be.</summary>
    Task<bool> IsBeingMadeAsync(TeacherId teacher, SchoolClassId schoolClass, CancellationToken cancellationToken);

    /// <summary>Saves a planned exam at once.</summary>
    Task StartAsync(Exam exam, CancellationToken cancellationToken);

    /// <summary>Saves a piece at once.</summary>
    Task KeepAsync(ExamSlot slot, CancellationToken cancellationToken);

    /// <summary>What became of it, saved with everything else of the request.</summary>
    void Record(Exam exam);
}
