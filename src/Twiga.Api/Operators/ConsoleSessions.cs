using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Twiga.Domain.Operators;
using Twiga.Infrastructure;

namespace Twiga.Api.Operators;

/// <summary>Who is at the console; the token stands in every form of hers. Null where she showed the key itself.</summary>
internal sealed record ConsoleSession(string Operator, string? FormToken);

/// <summary>
/// Sessions as signed cookies. The signature comes from the operators' key, so that every process knows them and a new
/// key ends them all.
/// </summary>
internal sealed class ConsoleSessions(IOptions<OperatorsOptions> options, TimeProvider clock)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(12);

    private readonly byte[] _secret = options.Value.ApiKey is { Length: > 0 } key
        ? HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), "twiga console"u8)
        : RandomNumberGenerator.GetBytes(32);

    /// <summary>The cookie of a new session under a name.</summary>
    public string Begin(string name)
    {
        var called = name.Trim();
        called = called.Length > OperatorAct.LongestName ? called[..OperatorAct.LongestName] : called;
        var end = (clock.GetUtcNow() + Lasts).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var once = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(12));
        var said = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(called))}.{end}.{once}";
        return $"{said}.{Sign("session", said)}";
    }

    public ConsoleSession? Read(string? cookie)
    {
        if (cookie?.LastIndexOf('.') is not (> 0 and var dot) || !Secret.IsSame(cookie[(dot + 1)..], Sign("session", cookie[..dot])))
            return null;

        var parts = cookie[..dot].Split('.');
        var end = DateTimeOffset.FromUnixTimeSeconds(long.Parse(parts[1], CultureInfo.InvariantCulture));
        return end < clock.GetUtcNow()
            ? null
            : new ConsoleSession(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[0])), Sign("form", cookie));
    }

    private string Sign(string use, string said) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes($"{use}:{said}")));
}
