using System.Net;
using Microsoft.Extensions.Options;
using Twiga.Infrastructure;

namespace Twiga.Api.Operators;

/// <summary>
/// Who may see metrics and the operators' pages: with a key set, whoever shows it; without one, this machine alone, and
/// not what a proxy on it passes on.
/// </summary>
internal sealed class OperatorsDoor(IOptions<OperatorsOptions> options)
{
    private const string Bearer = "Bearer ";

    private static readonly string[] SignsOfAProxy = ["Forwarded", "X-Forwarded-For", "X-Real-IP", "Via"];

    public bool HasKey => options.Value.ApiKey is { Length: > 0 };

    /// <summary>False as well where no key is set.</summary>
    public bool OpensFor(string shown) => options.Value.ApiKey is { Length: > 0 } key && Secret.IsSame(shown.Trim(), key);

    public bool Admits(HttpContext http) => options.Value.ApiKey is { Length: > 0 } key
        ? http.Request.Headers.Authorization is [{ } shown] && shown.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            && Secret.IsSame(shown[Bearer.Length..].Trim(), key)
        : IsHere(http);

    private static bool IsHere(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && !SignsOfAProxy.Any(http.Request.Headers.ContainsKey);
}
