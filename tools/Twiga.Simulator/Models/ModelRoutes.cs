namespace Twiga.Simulator.Models;

internal static class ModelRoutes
{
    public static void MapModel(this IEndpointRouteBuilder app)
    {
        app.MapPost("/v1/chat/completions", (HttpContext http, Chat chat) => chat.AnswerAsync(http));
        app.MapPost("/v1/embeddings", (HttpContext http, Embeddings embeddings) => embeddings.AnswerAsync(http));
        app.MapGet("/v1/models", () => Results.Json(new
        {
            @object = "list",
            data = new[]
            {
                new { id = "stand-in", @object = "model", owned_by = "Twiga simulator: rules, not a language model" },
                new { id = "stand-in-embedder", @object = "model", owned_by = "Twiga simulator: hashed words" },
            },
        }));
    }
}
