using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;

namespace Twiga.Application.Common;

/// <summary>The secret that Meta signs with (whatsapp.md, section 1).</summary>
public sealed class AppSecret(string secret)
{
    private const string Scheme = "sha256=";
    private readonly byte[] _key = Encoding.UTF8.GetBytes(secret);

    /// <summary>Whether the header is the HMAC of these bytes, or of the same with non-ASCII written as \uXXXX.</summary>
    public bool HasSigned(ReadOnlySpan<byte> body, string? header)
    {
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (!Parse(header, given))
            return false;

        Span<byte> right = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, body, right);
        if (CryptographicOperations.FixedTimeEquals(given, right))
            return true;
        if (Ascii.IsValid(body) || !Utf8.IsValid(body))
            return false;

        HashEscaped(body, right);
        return CryptographicOperations.FixedTimeEquals(given, right);
    }

    private static bool Parse(string? header, Span<byte> hash) =>
        header is not null
        && header.Length == Scheme.Length + (2 * hash.Length)
        && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && Convert.FromHexString(header.AsSpan(Scheme.Length), hash, out _, out _)
            == System.Buffers.OperationStatus.Done;

    // In pieces of some kilobytes: a hostile body must not cost a call for each of its characters.
    private void HashEscaped(ReadOnlySpan<byte> body, Span<byte> hash)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        Span<char> units = stackalloc char[2];
        Span<byte> piece = stackalloc byte[4096];
        var length = 0;
        while (!body.IsEmpty)
        {
            if (length > piece.Length - 12)
            {
                hmac.AppendData(piece[..length]);
                length = 0;
            }

            if (body[0] < 0x80)
            {
                piece[length++] = body[0];
                body = body[1..];
                continue;
            }

            Rune.DecodeFromUtf8(body, out var character, out var used);
            body = body[used..];
            foreach (var unit in units[..character.EncodeToUtf16(units)])
            {
                Utf8.TryWrite(piece[length..], $"\\u{(int)unit:x4}", out var written);
                length += written;
            }
        }

        hmac.AppendData(piece[..length]);
        hmac.GetHashAndReset(hash);
    }
}
