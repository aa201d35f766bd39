using Twiga.Application.Curriculum;
using Twiga.Domain.Messaging;

namespace Twiga.Infrastructure.Reading;

/// <summary>The text of a document that a teacher sent, by the readers of books.</summary>
internal sealed class DocumentText(IReadDocuments documents, IEnumerable<IReadFormat> formats)
{
    private static readonly Dictionary<string, string> Endings = new()
    {
        [FileTypes.Pdf] = ".pdf",
        [FileTypes.Word] = ".docx",
        ["text/plain"] = ".txt",
        ["text/markdown"] = ".md",
    };

    private readonly HashSet<string> _known =
        new(formats.SelectMany(f => f.Extensions), StringComparer.OrdinalIgnoreCase);

    public bool CanRead(string? mimeType) => EndingOf(mimeType) is { } ending && _known.Contains(ending);

    public async Task<string> ReadAsync(KeptFile file, CancellationToken cancellationToken)
    {
        // the readers take files; its name is ours, not hers
        var path = Path.Combine(Path.GetTempPath(), $"twiga-{Guid.NewGuid():N}{EndingOf(file.MimeType)}");
        try
        {
            await File.WriteAllBytesAsync(path, file.Content, cancellationToken);
            return await documents.ReadAsync(path, cancellationToken) is ReadOutcome.Readable readable
                ? string.Join("\n", readable.Book.Blocks.Select(b => b.Text))
                : "";
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string? EndingOf(string? mimeType) =>
        mimeType is null ? null : Endings.GetValueOrDefault(mimeType.Split(';')[0].Trim().ToLowerInvariant());
}
