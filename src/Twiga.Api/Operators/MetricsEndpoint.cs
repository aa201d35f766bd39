namespace Twiga.Api.Operators;

/// <summary>Metrics in the text form of Prometheus, for operators only.</summary>
internal static class MetricsEndpoint
{
    public static IEndpointRouteBuilder MapMetrics(this IEndpointRouteBuilder routes)
    {
        routes.MapPrometheusScrapingEndpoint("/metrics", null, branch => branch.Use(AdmitAsync), null);
        return routes;
    }

    private static Task AdmitAsync(HttpContext http, RequestDelegate next)
    {
        if (http.RequestServices.GetRequiredService<OperatorsDoor>().Admits(http))
            return next(http);

        http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        http.Response.Headers.WWWAuthenticate = "Bearer";
        return Task.CompletedTask;
    }
}
