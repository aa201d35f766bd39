using System.Security.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.OpenSsl;
using Org.BouncyCastle.Security;

namespace Twiga.Infrastructure.WhatsApp;

/// <summary>Reads private keys from PEM in every form an operator may have, each once: that takes 50 ms.</summary>
internal sealed class FlowKeys : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Pem, string? Password), RSA> _read = [];

    /// <summary>How many keys were read from PEM.</summary>
    public int Read => _read.Count;

    /// <summary>The key of the settings, or null where they have none.</summary>
    /// <exception cref="InvalidDataException">It is no key, or the password does not fit.</exception>
    public RSA? Of(FlowsOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.PrivateKey))
            return null;

        lock (_lock)
        {
            var from = (options.PrivateKey, options.PrivateKeyPassword);
            if (!_read.TryGetValue(from, out var key))
                _read[from] = key = Parse(TextOf(options.PrivateKey), options.PrivateKeyPassword);
            return key;
        }
    }

    public void Dispose()
    {
        foreach (var key in _read.Values)
            key.Dispose();
    }

    private static string TextOf(string pemOrPath)
    {
        // environment files often carry the line ends as two characters
        if (pemOrPath.Contains("-----BEGIN", StringComparison.Ordinal))
            return pemOrPath.Replace("\\n", "\n", StringComparison.Ordinal);

        return File.Exists(pemOrPath)
            ? File.ReadAllText(pemOrPath)
            : throw new InvalidDataException("is neither PEM text nor the path of a file");
    }

    // .NET itself does not read encrypted PKCS#1, which is what Meta's own key generator writes
    private static RSA Parse(string pem, string? password)
    {
        using var reader = new PemReader(new StringReader(pem), new Password(password));
        try
        {
            var key = reader.ReadObject() switch
            {
                AsymmetricCipherKeyPair pair => pair.Private,
                AsymmetricKeyParameter single => single,
                _ => null,
            };
            return key is RsaPrivateCrtKeyParameters { Modulus.BitLength: >= 2048 } rsa
                ? RSA.Create(DotNetUtilities.ToRSAParameters(rsa))
                : throw new InvalidDataException("is no RSA private key of 2048 bits or more");
        }
        catch (Exception exception) when (exception is PemException or IOException or CryptoException
            or GeneralSecurityException or ArgumentException or InvalidOperationException
            && exception is not InvalidDataException)
        {
            throw new InvalidDataException("cannot be read as PEM, or WhatsApp__Flows__PrivateKeyPassword does not fit");
        }
    }

    private sealed class Password(string? password) : IPasswordFinder
    {
        public char[]? GetPassword() => password?.ToCharArray();
    }
}
