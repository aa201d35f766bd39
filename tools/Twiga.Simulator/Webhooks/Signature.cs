using System.Security.Cryptography;
using System.Text;

namespace Twiga.Simulator.Webhooks;

/// <summary>Signs a webhook as Meta does: over the bytes that go out.</summary>
internal static class Signature
{
    public const string Header = "X-Hub-Signature-256";

    public static string Of(ReadOnlySpan<byte> body, string appSecret) =>
        "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(appSecret), body));
}
