using Twiga.Application.Common;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Documents;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Documents;

/// <summary>A document to be made into files: whose it is, what it is about, its name without extension.</summary>
internal sealed record DocumentOrder(
    TeacherId Teacher, DocumentKind Kind, SchoolClassId? Class, string Topic, string Name, long? Source, Document Document);

/// <summary>A document with its files: PDF, Word or both.</summary>
internal sealed record DocumentFiles(MadeDocument Made, KeptFile? Pdf, KeptFile? Word)
{
    /// <summary>What she gets when it is new: the PDF, or the Word file where there is none.</summary>
    public KeptFile Shown => Pdf ?? Word!;
}

/// <summary>Makes PDF and Word files of documents and keeps them with what made them.</summary>
internal sealed class DocumentMaker(ITypesetter typesetter, IFiles files, IMadeDocuments documents, TimeProvider clock)
{
    /// <summary>
    /// The files of each document, side by side. Throws where neither file can be made or the typesetter is too busy, so
    /// that a job tries again.
    /// </summary>
    public async Task<IReadOnlyList<DocumentFiles>> MakeAsync(
        IReadOnlyList<DocumentOrder> orders, CancellationToken cancellationToken)
    {
        var made = await Task.WhenAll(orders.Select(o => MakeAsync(o, cancellationToken)));
        await documents.KeepAsync([.. made.Select(m => m.Made)], cancellationToken);
        return made;
    }

    private async Task<DocumentFiles> MakeAsync(DocumentOrder order, CancellationToken cancellationToken)
    {
        var setting = typesetter.PdfAsync(order.Document, cancellationToken);
        var word = await KeptAsync(
            order, "docx", FileTypes.Word, await typesetter.WordAsync(order.Document, cancellationToken), cancellationToken);
        var pdf = await KeptAsync(order, "pdf", FileTypes.Pdf, await setting, cancellationToken);
        if (pdf is null && word is null)
            throw new InvalidOperationException("Neither a PDF nor a Word file could be made.");

        var made = new MadeDocument
        {
            TeacherId = order.Teacher,
            Kind = order.Kind,
            SchoolClassId = order.Class,
            Title = order.Name,
            Topic = order.Topic,
            Source = order.Source,
            Pdf = pdf?.Id,
            Word = word?.Id,
            CreatedAt = clock.GetUtcNow(),
        };
        return new DocumentFiles(made, pdf, word);
    }

    private async Task<KeptFile?> KeptAsync(
        DocumentOrder order, string extension, string type, TypesetOutcome outcome, CancellationToken cancellationToken) =>
        outcome switch
        {
            Typeset set => await files.KeepAsync(order.Teacher, $"{order.Name}.{extension}", type, set.Bytes, cancellationToken),
            NotTypeset { Fault: TypesetFault.Busy } => throw new TimeoutException("The typesetter is busy."),
            _ => null,
        };
}
