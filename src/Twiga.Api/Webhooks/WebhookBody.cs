using System.Buffers;
using System.IO.Pipelines;

namespace Twiga.Api.Webhooks;

/// <summary>The bytes of a webhook, in the server's own buffer where they fit into one piece of it.</summary>
internal sealed class WebhookBody : IDisposable
{
    /// <summary>Meta's webhooks have up to 3 MB.</summary>
    private const int Largest = 4 * 1024 * 1024;

    private readonly PipeReader _reader;
    private readonly ReadOnlySequence<byte> _read;
    private readonly byte[]? _copy;

    private WebhookBody(PipeReader reader, ReadOnlySequence<byte> read)
    {
        (_reader, _read) = (reader, read);
        if (read.IsSingleSegment)
        {
            Bytes = read.First;
            return;
        }

        _copy = ArrayPool<byte>.Shared.Rent((int)read.Length);
        read.CopyTo(_copy);
        Bytes = _copy.AsMemory(0, (int)read.Length);
    }

    /// <summary>Valid until this is disposed.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <returns>Null where there are more bytes than a webhook has.</returns>
    public static async Task<WebhookBody?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > Largest)
            return null;

        var result = await request.BodyReader.ReadAtLeastAsync(Largest + 1, cancellationToken);
        if (result.Buffer.Length <= Largest)
            return new WebhookBody(request.BodyReader, result.Buffer);

        request.BodyReader.AdvanceTo(result.Buffer.End);
        return null;
    }

    public void Dispose()
    {
        _reader.AdvanceTo(_read.End);
        if (_copy is not null)
            ArrayPool<byte>.Shared.Return(_copy);
    }
}
