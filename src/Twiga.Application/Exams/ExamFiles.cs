using Twiga.Application.Common;
using Twiga.Application.Documents;
using Twiga.Domain.Documents;
using Twiga.Domain.Exams;
using Twiga.Domain.Messaging;

namespace Twiga.Application.Exams;

/// <summary>The files of an exam that were made and kept before.</summary>
internal sealed class ExamFiles(IMadeDocuments documents, IFiles files)
{
    private static readonly DocumentKind[] Kinds = [DocumentKind.ExamPaper, DocumentKind.MarkingScheme];

    /// <summary>The paper and its marking scheme as messages, as they were first made; none where they are gone.</summary>
    public async Task<IReadOnlyList<OutgoingContent>> FindAsync(Exam exam, bool word, CancellationToken cancellationToken)
    {
        var made = await AllAsync(exam, cancellationToken);
        var contents = new List<OutgoingContent>();
        foreach (var document in made.OrderBy(d => d.Id.Value).Take(Kinds.Length).OrderBy(d => d.Kind))
        {
            if (document.File(asWord: word) is { } id
                && await files.FindAsync(id, cancellationToken) is { } file)
                contents.Add(file.AsDocument());
        }

        return contents.Count == Kinds.Length ? contents : [];
    }

    /// <summary>The number of the next shuffled version: 2, 3 … Papers of another duration are none.</summary>
    public async Task<int> NextVersionAsync(Exam exam, CancellationToken cancellationToken)
    {
        var (made, texts) = (await AllAsync(exam, cancellationToken), new ExamTexts(exam.Language));
        return Enumerable.Range(2, made.Count + 1)
            .First(number => !made.Any(d => d.Title.Contains($" {texts.Version(number)} ", StringComparison.Ordinal)));
    }

    private Task<IReadOnlyList<MadeDocument>> AllAsync(Exam exam, CancellationToken cancellationToken) => documents.FindAsync(
        new WantedDocuments(exam.TeacherId) { Kinds = Kinds, Source = exam.Id.Value, AtMost = 100 }, cancellationToken);
}
