using System.Security.Cryptography;
using Twiga.Application.Curriculum;

namespace Twiga.Infrastructure.Reading;

/// <summary>Chooses the reader by the file's extension and turns what it throws into sentences.</summary>
internal sealed class Documents(IEnumerable<IReadFormat> formats) : IReadDocuments
{
    /// <summary>A textbook with pictures has some tens of megabytes; more is a mistake.</summary>
    private const long MostBytes = 400L * 1024 * 1024;

    private readonly Dictionary<string, IReadFormat> _formats = formats
        .SelectMany(f => f.Extensions.Select(e => (e, f)))
        .ToDictionary(p => p.e, p => p.f, StringComparer.OrdinalIgnoreCase);

    public async Task<ReadOutcome> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var name = Path.GetFileName(path);
        var file = new FileInfo(path);
        if (Directory.Exists(path))
            return Unreadable($"{path}: this is a folder, not a file.");
        if (!file.Exists)
            return Unreadable($"{path}: there is no such file.");
        if (!_formats.TryGetValue(file.Extension, out var format))
            return Unreadable($"{name}: '{file.Extension}' files cannot be read; {Known()} can.");
        if (file.Length == 0)
            return Unreadable($"{name}: the file is empty.");
        if (file.Length > MostBytes)
            return Unreadable($"{name}: the file is larger than 400 MB.");

        try
        {
            var content = await File.ReadAllBytesAsync(path, cancellationToken);
            var book = await Task.Run(() => format.Read(content, cancellationToken), cancellationToken);
            return new ReadOutcome.Readable(
                book with { Unread = [.. book.Unread.Select(u => $"{name}: {u}")] },
                Convert.ToHexStringLower(SHA256.HashData(content)));
        }
        catch (UnreadableFileException fault)
        {
            return Unreadable([.. fault.Faults.Select(f => f.StartsWith("line ") || f.StartsWith("page ")
                ? $"{name}, {f}" : $"{name}: {f}")]);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Unreadable($"{name}: {fault.Message}");
        }
    }

    private string Known() => string.Join(", ", _formats.Keys.Order());

    private static ReadOutcome.Unreadable Unreadable(params string[] reasons) => new(reasons);
}
