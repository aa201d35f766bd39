namespace Twiga.Simulator;

/// <summary>Keeps pages of other sites, open in the same browser, from steering the simulator.</summary>
internal static class Doorkeeper
{
    public static Task OwnPagesOnlyAsync(HttpContext http, RequestDelegate next)
    {
        var origin = http.Request.Headers.Origin.ToString();
        if (origin.Length == 0 || origin == $"{http.Request.Scheme}://{http.Request.Host}")
            return next(http);
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
