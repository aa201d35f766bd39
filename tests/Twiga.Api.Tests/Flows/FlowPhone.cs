using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Modes;
using Org.BouncyCastle.Crypto.Parameters;
using Twiga.Tests;

namespace Twiga.Api.Tests.Flows;

/// <summary>A phone that talks to the data endpoint as WhatsApp does: encrypted, signed, with a key of its own.</summary>
internal sealed class FlowPhone(Uri api, string appSecret) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = api };
    private readonly RSA _public = PublicKey();

    public static string PrivateKeyFile { get; } = Path.Combine(FlowFixtures.Folder, "keys", "test-d.pkcs1-encrypted.pem");

    public async Task<(HttpStatusCode Status, JsonObject? Answer)> AskAsync(JsonObject request)
    {
        var key = RandomNumberGenerator.GetBytes(16);
        var vector = RandomNumberGenerator.GetBytes(16);
        var body = new JsonObject
        {
            ["encrypted_flow_data"] = Convert.ToBase64String(Run(true, key, vector, Encoding.UTF8.GetBytes(request.ToJsonString()))),
            ["encrypted_aes_key"] = Convert.ToBase64String(_public.Encrypt(key, RSAEncryptionPadding.OaepSHA256)),
            ["initial_vector"] = Convert.ToBase64String(vector),
        };
        var (status, answer) = await PostAsync(Encoding.UTF8.GetBytes(body.ToJsonString()));
        if (answer.Length == 0)
            return (status, null);

        var flipped = Array.ConvertAll(vector, b => (byte)~b);
        var text = Run(false, key, flipped, Convert.FromBase64String(answer));
        return (status, JsonNode.Parse(text)!.AsObject());
    }

    public async Task<(HttpStatusCode Status, string Answer)> PostAsync(byte[] body, string? signature = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "flows") { Content = new ByteArrayContent(body) };
        var right = "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(appSecret), body));
        request.Headers.TryAddWithoutValidation("X-Hub-Signature-256", signature ?? right);
        using var response = await _http.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public void Dispose()
    {
        _http.Dispose();
        _public.Dispose();
    }

    private static RSA PublicKey()
    {
        var rsa = RSA.Create();
        rsa.ImportFromPem(File.ReadAllText(Path.Combine(FlowFixtures.Folder, "keys", "test-d.public.pem")));
        return rsa;
    }

    private static byte[] Run(bool encrypt, byte[] key, byte[] vector, byte[] input)
    {
        var cipher = new GcmBlockCipher(new AesEngine());
        cipher.Init(encrypt, new AeadParameters(new KeyParameter(key), 128, vector));
        var output = new byte[cipher.GetOutputSize(input.Length)];
        cipher.DoFinal(output, cipher.ProcessBytes(input, 0, input.Length, output, 0));
        return output;
    }
}
