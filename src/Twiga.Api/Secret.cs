using System.Security.Cryptography;
using System.Text;

namespace Twiga.Api;

internal static class Secret
{
    /// <summary>Compares hashes, so that the time tells neither the secret nor its length.</summary>
    public static bool IsSame(string shown, string right) => CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(shown)), SHA256.HashData(Encoding.UTF8.GetBytes(right)));
}
