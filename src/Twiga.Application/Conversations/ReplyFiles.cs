using System.Globalization;
using System.Text;
using Twiga.Application.Common;
using Twiga.Application.Documents;
using Twiga.Domain.Documents;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Conversations;

/// <summary>Pictures and documents that leave with an answer; null where they cannot be made, and words must do.</summary>
internal sealed class ReplyFiles(ITypesetter typesetter, IFiles files, TimeProvider clock)
{
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const int LongestName = 60;
    private static readonly TimeSpan DarEsSalaam = TimeSpan.FromHours(3);

    public async Task<OutgoingContent?> PictureAsync(
        TeacherId teacher, IReadOnlyList<string> latex, CancellationToken cancellationToken) =>
        await typesetter.PictureAsync(latex, cancellationToken) is Typeset set
            ? (await files.KeepAsync(teacher, "formula.png", "image/png", set.Bytes, cancellationToken)).AsImage()
            : null;

    /// <summary>The PDF, or where the machine makes none the Word file.</summary>
    public async Task<OutgoingContent?> DocumentAsync(
        TeacherId teacher, Document document, string caption, CancellationToken cancellationToken)
    {
        var (type, extension) = ("application/pdf", "pdf");
        var outcome = await typesetter.PdfAsync(document, cancellationToken);
        if (outcome is NotTypeset { Fault: TypesetFault.NotInstalled })
        {
            (type, extension) = (WordType, "docx");
            outcome = await typesetter.WordAsync(document, cancellationToken);
        }

        if (outcome is not Typeset set)
            return null;
        var name = string.Create(
            CultureInfo.InvariantCulture, $"{Plain(document.Title)} {clock.GetUtcNow().ToOffset(DarEsSalaam):yyyy-MM-dd}.{extension}");
        return (await files.KeepAsync(teacher, name, type, set.Bytes, cancellationToken)).AsDocument(caption);
    }

    private static string Plain(string title)
    {
        var plain = string.Concat(title.EnumerateRunes().Select(r => Rune.IsLetterOrDigit(r) || r.Value is '-' ? r.ToString() : " "));
        plain = string.Join(' ', plain.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (plain.Length <= LongestName)
            return plain;
        var end = plain.LastIndexOf(' ', LongestName);
        return plain[..(end > 0 ? end : LongestName - 1)];
    }
}
