using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Twiga.Infrastructure.WhatsApp;

namespace Twiga.Api.Webhooks;

/// <summary>Meta's question whether this address is ours.</summary>
internal static class Verification
{
    public static IResult Answer(
        [FromQuery(Name = "hub.mode")] string? mode,
        [FromQuery(Name = "hub.verify_token")] string? token,
        [FromQuery(Name = "hub.challenge")] string? challenge,
        IOptions<WhatsAppOptions> options)
    {
        if (string.IsNullOrEmpty(mode) || string.IsNullOrEmpty(token) || string.IsNullOrEmpty(challenge))
            return Results.BadRequest();

        return mode == "subscribe" && Secret.IsSame(token, options.Value.VerifyToken)
            ? Results.Text(challenge, "text/plain")
            : Results.StatusCode(StatusCodes.Status403Forbidden);
    }
}
