using MediatR;
using Microsoft.EntityFrameworkCore;
using Twiga.Application.Common;
using Twiga.Application.Messaging;

namespace Twiga.Api.Flows;

/// <summary>The data endpoint of the Flows (whatsapp.md, section 7).</summary>
internal static class FlowEndpoints
{
    private const int CannotOpen = 421;
    private const int TokenRefused = 427;
    private const int WrongSignature = 432;
    private const long LargestBody = 1024 * 1024;

    public static IEndpointRouteBuilder MapFlows(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/flows", AnswerAsync);
        return routes;
    }

    private static async Task<IResult> AnswerAsync(
        HttpRequest request, IServiceScopeFactory scopes, CancellationToken cancellationToken)
    {
        if (await ReadAsync(request, cancellationToken) is not { } body)
            return Results.StatusCode(CannotOpen);

        var asked = new AnswerFlow(body, request.Headers["X-Hub-Signature-256"]);
        try
        {
            return Result(await SendAsync(asked, scopes, cancellationToken));
        }
        catch (WrongSignatureException)
        {
            return Results.StatusCode(WrongSignature);
        }
        catch (DbUpdateException)
        {
            // the same form was sent twice at once: the second look finds it used
            return Result(await SendAsync(asked, scopes, cancellationToken));
        }
    }

    private static async Task<FlowAnswer> SendAsync(
        AnswerFlow asked, IServiceScopeFactory scopes, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(asked, cancellationToken);
    }

    private static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > LargestBody)
            return null;

        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await request.Body.ReadAsync(buffer, cancellationToken) is var read and > 0)
        {
            body.Write(buffer, 0, read);
            if (body.Length > LargestBody)
                return null;
        }

        return body.ToArray();
    }

    private static IResult Result(FlowAnswer answer) => answer switch
    {
        FlowAnswer.Encrypted encrypted => Results.Text(encrypted.Text, "text/plain"),
        FlowAnswer.TokenRefused refused => Results.Text(refused.Text, "text/plain", statusCode: TokenRefused),
        _ => Results.StatusCode(CannotOpen),
    };
}
