using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Modes;
using Org.BouncyCastle.Crypto.Parameters;

namespace Twiga.Simulator.Flows;

/// <summary>
/// A request to the data endpoint as the phone encrypts it: an AES key of its own, wrapped for the business (RSA-OAEP,
/// SHA-256), AES-GCM with a 16-byte vector; the answer comes under the same key and the inverted vector.
/// </summary>
internal sealed class FlowEnvelope
{
    private const int Size = 16, TagBits = 128;
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(Size);
    private readonly byte[] _vector = RandomNumberGenerator.GetBytes(Size);

    public byte[] Seal(JsonObject request, string publicKey)
    {
        using var rsa = RSA.Create();
        rsa.ImportFromPem(publicKey);
        var text = JsonSerializer.SerializeToUtf8Bytes(request, Json.Options);
        return JsonSerializer.SerializeToUtf8Bytes(new
        {
            encrypted_flow_data = Convert.ToBase64String(Run(true, _vector, text)),
            encrypted_aes_key = Convert.ToBase64String(rsa.Encrypt(_key, RSAEncryptionPadding.OaepSHA256)),
            initial_vector = Convert.ToBase64String(_vector),
        });
    }

    /// <summary>Null where the answer was not made for this request.</summary>
    public JsonObject? Open(string answer)
    {
        try
        {
            var text = Run(false, Array.ConvertAll(_vector, part => (byte)~part), Convert.FromBase64String(answer));
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (Exception fault) when (fault is FormatException or CryptoException or JsonException)
        {
            return null;
        }
    }

    // .NET's AesGcm takes vectors of 12 bytes only.
    private byte[] Run(bool encrypt, byte[] vector, byte[] input)
    {
        var cipher = new GcmBlockCipher(AesUtilities.CreateEngine());
        cipher.Init(encrypt, new AeadParameters(new KeyParameter(_key), TagBits, vector));
        var output = new byte[cipher.GetOutputSize(input.Length)];
        cipher.DoFinal(output, cipher.ProcessBytes(input, 0, input.Length, output, 0));
        return output;
    }
}
