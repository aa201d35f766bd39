using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Modes;
using Org.BouncyCastle.Crypto.Parameters;
using Twiga.Application.Onboarding;

namespace Twiga.Infrastructure.WhatsApp;

/// <summary>
/// RSA-OAEP and AES-GCM as WhatsApp does them (whatsapp.md, section 7). Whatever is wrong with an envelope, a part
/// made up in its place goes the same way to the end, so that nobody learns from the time what it was.
/// </summary>
internal sealed class FlowCipher(FlowKeys keys, IOptions<FlowsOptions> options) : IFlowCipher
{
    private const int KeyLength = 16;
    private const int VectorLength = 16;
    private const int TagLength = 16;

    public OpenEnvelope? Open(ReadOnlySpan<byte> body)
    {
        if (keys.Of(options.Value) is not { } rsa)
            return null;

        var parts = Read(body);
        var key = Unwrap(rsa, parts.Key);
        var vector = parts.Vector.Length == VectorLength ? parts.Vector : new byte[VectorLength];
        var text = Decrypt(key ?? RandomNumberGenerator.GetBytes(KeyLength), vector, parts.Data);
        return key is null || parts.Vector.Length != VectorLength || text is null
            ? null
            : new OpenEnvelope(text, answer => Convert.ToBase64String(Encrypt(key, Flip(vector), answer)));
    }

    private static (byte[] Key, byte[] Vector, byte[] Data) Read(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            using var document = JsonDocument.ParseValue(ref reader);
            return (Part(document, "encrypted_aes_key"), Part(document, "initial_vector"),
                Part(document, "encrypted_flow_data"));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // no JSON, or half a character in it
            return ([], [], []);
        }
    }

    private static byte[] Part(JsonDocument document, string name) =>
        document.RootElement.ValueKind == JsonValueKind.Object
        && document.RootElement.TryGetProperty(name, out var part)
        && part.ValueKind == JsonValueKind.String
        && part.TryGetBytesFromBase64(out var bytes)
            ? bytes
            : [];

    private static byte[]? Unwrap(RSA rsa, byte[] wrapped)
    {
        try
        {
            var rightLength = wrapped.Length * 8 == rsa.KeySize;
            var key = rsa.Decrypt(rightLength ? wrapped : new byte[rsa.KeySize / 8], RSAEncryptionPadding.OaepSHA256);
            return rightLength && key.Length == KeyLength ? key : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static byte[]? Decrypt(byte[] key, byte[] vector, byte[] data)
    {
        try
        {
            return Run(false, key, vector, data.Length >= TagLength ? data : new byte[TagLength]);
        }
        catch (InvalidCipherTextException)
        {
            return null;
        }
    }

    private static byte[] Encrypt(byte[] key, byte[] vector, byte[] text) => Run(true, key, vector, text);

    // .NET's AesGcm takes vectors of 12 bytes only
    private static byte[] Run(bool encrypt, byte[] key, byte[] vector, byte[] input)
    {
        var cipher = new GcmBlockCipher(AesUtilities.CreateEngine());
        cipher.Init(encrypt, new AeadParameters(new KeyParameter(key), TagLength * 8, vector));
        var output = new byte[cipher.GetOutputSize(input.Length)];
        var written = cipher.ProcessBytes(input, 0, input.Length, output, 0);
        cipher.DoFinal(output, written);
        return output;
    }

    private static byte[] Flip(byte[] vector) => Array.ConvertAll(vector, b => (byte)~b);
}
