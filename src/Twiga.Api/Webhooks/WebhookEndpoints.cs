using System.Data.Common;
using System.Diagnostics.Metrics;
using System.Text.Json;
using MediatR;
using Twiga.Application.Common;
using Twiga.Application.Messaging;

namespace Twiga.Api.Webhooks;

/// <summary>Where Meta verifies the address and delivers webhooks (contract.md).</summary>
internal static class WebhookEndpoints
{
    private const string Route = "/webhooks";
    private const string SignatureHeader = "X-Hub-Signature-256";

    private static readonly Counter<long> Posts = Tracing.Counter("twiga.webhooks");

    public static IEndpointRouteBuilder MapWebhooks(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Verification.Answer);
        routes.MapPost(Route, ReceiveAsync);
        return routes;
    }

    // A plain request delegate: nothing is bound, so nothing is read before its signature has been checked.
    private static async Task ReceiveAsync(HttpContext http) =>
        Posts.Add(1, new KeyValuePair<string, object?>("outcome", await StoreAsync(http)));

    private static async Task<string> StoreAsync(HttpContext http)
    {
        using var body = await WebhookBody.ReadAsync(http.Request, http.RequestAborted);
        if (body is null)
        {
            http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return "too_large";
        }

        try
        {
            // not bound to the connection: what was read is stored even when Meta has lost patience
            var receipt = await http.RequestServices.GetRequiredService<IMediator>()
                .Send(new ReceiveWebhook(body.Bytes, Signature(http.Request)), CancellationToken.None);
            await AnswerAsync(http, JsonSerializer.SerializeToUtf8Bytes(receipt, JsonSerializerOptions.Web));
            return "stored";
        }
        catch (WrongSignatureException)
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return "wrong_signature";
        }
        catch (Exception fault) when (fault is DbException or TimeoutException)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return "unavailable";
        }
    }

    // Of known length, so that it leaves in one piece.
    private static async Task AnswerAsync(HttpContext http, byte[] json)
    {
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = json.Length;
        await http.Response.Body.WriteAsync(json, http.RequestAborted);
    }

    private static string? Signature(HttpRequest request) =>
        request.Headers[SignatureHeader] is { Count: 1 } one ? one[0] : null;
}
