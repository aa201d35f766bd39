using Twiga.Infrastructure;

namespace Twiga.Api.Health;

/// <summary>Live: the process is up. Ready: the database, its schema and the workers are.</summary>
internal static class HealthEndpoints
{
    public static IEndpointRouteBuilder MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Ok(new { status = "live" }));
        routes.MapGet("/health/ready", ReadyAsync);
        return routes;
    }

    private static async Task<IResult> ReadyAsync(Readiness readiness, CancellationToken cancellationToken)
    {
        var faults = await readiness.FaultsAsync(cancellationToken);
        return faults.Count == 0
            ? Results.Ok(new { status = "ready" })
            : Results.Json(new { status = "not ready", faults }, statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}
