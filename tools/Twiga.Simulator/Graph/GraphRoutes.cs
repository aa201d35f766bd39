namespace Twiga.Simulator.Graph;

internal static class GraphRoutes
{
    public static void MapGraph(this IEndpointRouteBuilder app)
    {
        app.MapPost(
            "/{version}/{number}/messages",
            (HttpContext http, string version, string number, GraphMessages graph) =>
                graph.SendAsync(http, version, number));
        app.MapPost(
            "/{version}/{number}/media",
            (HttpContext http, string version, string number, GraphMedia media) =>
                media.UploadAsync(http, version, number));
        app.MapGet("/media-files/{id}", (HttpContext http, string id, long ext, GraphMedia media) =>
            media.DownloadAsync(http, id, ext));
        app.MapGet("/{version}/{id}", (HttpContext http, string version, string id, GraphMedia media) =>
            media.Resolve(http, version, id));
        app.MapDelete("/{version}/{id}", (HttpContext http, string version, string id, GraphMedia media) =>
            media.Delete(http, version, id));
    }
}
