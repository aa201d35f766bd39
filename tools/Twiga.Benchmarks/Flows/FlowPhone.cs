using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Modes;
using Org.BouncyCastle.Crypto.Parameters;
using Twiga.Simulator;

namespace Twiga.Benchmarks.Flows;

/// <summary>Asks the data endpoint as WhatsApp does: encrypted and signed.</summary>
internal sealed class FlowPhone(Uri api, RSA key) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = api };
    private readonly byte[] _secret = Encoding.UTF8.GetBytes(new SimulatorOptions().AppSecret);

    public byte[] Encrypt(JsonObject request)
    {
        var secret = RandomNumberGenerator.GetBytes(16);
        var vector = RandomNumberGenerator.GetBytes(16);
        var cipher = new GcmBlockCipher(AesUtilities.CreateEngine());
        cipher.Init(true, new AeadParameters(new KeyParameter(secret), 128, vector));
        var text = Encoding.UTF8.GetBytes(request.ToJsonString());
        var data = new byte[cipher.GetOutputSize(text.Length)];
        cipher.DoFinal(data, cipher.ProcessBytes(text, 0, text.Length, data, 0));
        return Encoding.UTF8.GetBytes(new JsonObject
        {
            ["encrypted_flow_data"] = Convert.ToBase64String(data),
            ["encrypted_aes_key"] = Convert.ToBase64String(key.Encrypt(secret, RSAEncryptionPadding.OaepSHA256)),
            ["initial_vector"] = Convert.ToBase64String(vector),
        }.ToJsonString());
    }

    public async Task PostAsync(byte[] body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "flows") { Content = new ByteArrayContent(body) };
        request.Headers.Add(
            "X-Hub-Signature-256", "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(_secret, body)));
        using var response = await _http.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        await response.Content.ReadAsByteArrayAsync(cancellationToken);
    }

    public void Dispose() => _http.Dispose();
}
