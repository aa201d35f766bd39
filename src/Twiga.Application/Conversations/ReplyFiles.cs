using System.Globalization;
using Twiga.Application.Common;
using Twiga.Application.Documents;
using Twiga.Domain.Documents;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Conversations;

/// <summary>Pictures and documents that leave with an answer; null where they cannot be made, and words must do.</summary>
internal sealed class ReplyFiles(ITypesetter typesetter, IFiles files, TimeProvider clock)
{
    private const int LongestName = 60;

    public async Task<OutgoingContent?> PictureAsync(
        TeacherId teacher, IReadOnlyList<string> latex, CancellationToken cancellationToken) =>
        await typesetter.PictureAsync(latex, cancellationToken) is Typeset set
            ? (await files.KeepAsync(teacher, "formula.png", "image/png", set.Bytes, cancellationToken)).AsImage()
            : null;

    public async Task<OutgoingContent?> PdfAsync(
        TeacherId teacher, Document document, string caption, CancellationToken cancellationToken) =>
        await typesetter.PdfAsync(document, cancellationToken) is Typeset set
            ? await KeptAsync(teacher, document, set, (FileTypes.Pdf, "pdf"), caption, cancellationToken)
            : null;

    /// <summary>The PDF, or the Word file where there is none.</summary>
    public async Task<OutgoingContent?> PdfOrWordAsync(
        TeacherId teacher, Document document, string caption, CancellationToken cancellationToken)
    {
        if (await PdfAsync(teacher, document, caption, cancellationToken) is { } pdf)
            return pdf;
        return await typesetter.WordAsync(document, cancellationToken) is Typeset set
            ? await KeptAsync(teacher, document, set, (FileTypes.Word, "docx"), caption, cancellationToken)
            : null;
    }

    private async Task<OutgoingContent> KeptAsync(
        TeacherId teacher,
        Document document,
        Typeset set,
        (string Mime, string Extension) type,
        string caption,
        CancellationToken cancellationToken)
    {
        var title = FileNames.Plain(document.Title, LongestName);
        var name = string.Create(
            CultureInfo.InvariantCulture,
            $"{(title.Length == 0 ? "Twiga" : title)} {DarEsSalaam.At(clock.GetUtcNow()):yyyy-MM-dd}.{type.Extension}");
        return (await files.KeepAsync(teacher, name, type.Mime, set.Bytes, cancellationToken)).AsDocument(caption);
    }
}
