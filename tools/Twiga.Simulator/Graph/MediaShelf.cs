using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Twiga.Simulator.Phones;
using UglyToad.PdfPig;

namespace Twiga.Simulator.Graph;

/// <summary>A medium either side has uploaded.</summary>
internal sealed record Medium(string Id, string MimeType, long Size, string Sha256, string? FileName, int? Pages = null)
{
    public string Sha256Base64 => Convert.ToBase64String(Convert.FromHexString(Sha256));

    /// <summary>image, audio, video, document or sticker.</summary>
    public string Kind => MediaRules.KindOf(MimeType) ?? "document";

    public TalkMedia Shown(bool voice = false) => new(Id, MimeType, Size, FileName, voice, Pages);
}

/// <summary>Keeps media: in the data directory where there is one, else in memory up to a limit.</summary>
internal sealed class MediaShelf
{
    private const long FirstId = 1_000_000_000_000_000;
    private readonly ConcurrentDictionary<string, Medium> _media = [];
    private readonly ConcurrentDictionary<string, byte[]> _contents = [];
    private readonly ConcurrentQueue<string> _order = [];
    private readonly string? _folder;
    private readonly long _limit;
    private long _held;

    public MediaShelf(SimulatorOptions options)
    {
        _limit = options.KeepMediaMegabytes * 1024L * 1024;
        if (options.DataDirectory is null)
            return;
        _folder = Directory.CreateDirectory(Path.Combine(options.DataDirectory, "media")).FullName;
        foreach (var file in Directory.EnumerateFiles(_folder, "*.json"))
            if (JsonSerializer.Deserialize<Medium>(File.ReadAllText(file), Json.Options) is { } medium)
                _media[medium.Id] = medium;
    }

    public Medium? Find(string id) => _media.GetValueOrDefault(id);

    public async Task<Medium> PutAsync(byte[] content, string mimeType, string? fileName)
    {
        var number = FirstId + BitConverter.ToInt64(Guid.NewGuid().ToByteArray()) % (FirstId / 2);
        var id = number.ToString(CultureInfo.InvariantCulture);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        var medium = new Medium(id, mimeType, content.Length, hash, Path.GetFileName(fileName), PagesOf(mimeType, content));
        if (_folder is null)
            Hold(id, content);
        else
        {
            await File.WriteAllBytesAsync(Path.Combine(_folder, id), content);
            await File.WriteAllTextAsync(
                Path.Combine(_folder, id + ".json"), JsonSerializer.Serialize(medium, Json.Options));
        }

        _media[id] = medium;
        return medium;
    }

    public async Task<byte[]?> ReadAsync(string id)
    {
        if (!_media.ContainsKey(id))
            return null;
        if (_folder is null)
            return _contents.GetValueOrDefault(id);
        var path = Path.Combine(_folder, id);
        return File.Exists(path) ? await File.ReadAllBytesAsync(path) : null;
    }

    public bool Remove(string id)
    {
        if (!_media.TryRemove(id, out _))
            return false;
        if (_contents.TryRemove(id, out var content))
            Interlocked.Add(ref _held, -content.Length);
        if (_folder is not null)
        {
            File.Delete(Path.Combine(_folder, id));
            File.Delete(Path.Combine(_folder, id + ".json"));
        }

        return true;
    }

    private static int? PagesOf(string mimeType, byte[] content)
    {
        if (mimeType != "application/pdf")
            return null;
        try
        {
            using var document = PdfDocument.Open(content);
            return document.NumberOfPages;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // Whatever somebody sends as a PDF is shown without a number of pages.
            return null;
        }
    }

    private void Hold(string id, byte[] content)
    {
        _contents[id] = content;
        _order.Enqueue(id);
        Interlocked.Add(ref _held, content.Length);
        while (Interlocked.Read(ref _held) > _limit && _order.TryDequeue(out var oldest))
            Remove(oldest);
    }
}
