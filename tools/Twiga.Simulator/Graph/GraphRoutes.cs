using Twiga.Simulator.Flows;

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
        app.MapGet(
            "/{version}/{id}",
            (HttpContext http, string version, string id, GraphMedia media, GraphFlows flows, FlowShelf shelf) =>
                shelf.Find(id) is null ? media.Resolve(http, version, id) : flows.Show(http, version, id));
        app.MapDelete(
            "/{version}/{id}",
            (HttpContext http, string version, string id, GraphMedia media, GraphFlows flows, FlowShelf shelf) =>
                shelf.Find(id) is null ? media.Delete(http, version, id) : flows.Delete(http, version, id));
        app.MapFlows();
    }

    private static void MapFlows(this IEndpointRouteBuilder app)
    {
        app.MapGet("/{version}/{account}/flows", (HttpContext http, string version, string account, GraphFlows flows) =>
            flows.List(http, version, account));
        app.MapPost("/{version}/{account}/flows", (HttpContext http, string version, string account, GraphFlows flows) =>
            flows.CreateAsync(http, version, account));
        app.MapPost("/{version}/{id}/assets", (HttpContext http, string version, string id, GraphFlows flows) =>
            flows.UploadAsync(http, version, id));
        app.MapPost("/{version}/{id}/publish", (HttpContext http, string version, string id, GraphFlows flows) =>
            flows.Publish(http, version, id));
        app.MapPost("/{version}/{id}/deprecate", (HttpContext http, string version, string id, GraphFlows flows) =>
            flows.Deprecate(http, version, id));
        const string key = "/{version}/{number}/whatsapp_business_encryption";
        app.MapPost(key, (HttpContext http, string version, string number, GraphFlows flows) =>
            flows.PutKeyAsync(http, version, number));
        app.MapGet(key, (HttpContext http, string version, string number, GraphFlows flows) =>
            flows.ShowKey(http, version, number));
    }
}
