using System.Security.Cryptography;
using System.Text;

namespace Twiga.Simulator.Graph;

/// <summary>Who may call the Graph API: the right token, the right number, a version.</summary>
internal sealed class GraphDoor(SimulatorOptions options)
{
    private readonly byte[] _token = Encoding.UTF8.GetBytes("Bearer " + options.AccessToken);

    public GraphError? Refuses(HttpContext http, string version, string? phoneNumberId = null)
    {
        if (version.Length < 2 || version[0] != 'v' || !char.IsAsciiDigit(version[1]))
            return new GraphError(2500, $"Unknown path components: /{version}");
        var given = Encoding.UTF8.GetBytes(http.Request.Headers.Authorization.ToString());
        if (!CryptographicOperations.FixedTimeEquals(given, _token))
            return new GraphError(190, "Invalid OAuth access token - Cannot parse access token");
        return phoneNumberId is null || phoneNumberId == options.PhoneNumberId
            ? null
            : GraphError.Invalid($"Unsupported post request. Object with ID '{phoneNumberId}' does not exist.");
    }
}
