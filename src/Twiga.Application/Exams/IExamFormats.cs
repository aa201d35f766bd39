using Twiga.Domain.Exams;

namespace Twiga.Application.Exams;

/// <summary>The formats of papers, those of the school's own folder among them.</summary>
public interface IExamFormats
{
    IReadOnlyList<ExamFormat> All { get; }
}
