namespace Twiga.Simulator.Control;

internal static class RecordingRoutes
{
    public static void MapRecordings(this IEndpointRouteBuilder control)
    {
        control.MapGet("/recordings", (SimulatorOptions options, Recorder recorder) => Results.Json(
            new { recording = recorder.Name, recordings = Names(options) }, Json.Options));
        control.MapPost("/recordings/{name}", async (string name, SimulatorOptions options, Recorder recorder) =>
        {
            if (PathOf(options, name) is not { } path)
                return Refused();
            await recorder.StartAsync(name, path);
            return Results.NoContent();
        });
        control.MapDelete("/recordings", async (Recorder recorder) =>
        {
            await recorder.StopAsync();
            return Results.NoContent();
        });
        control.MapPost(
            "/recordings/{name}/replay",
            async (string name, SimulatorOptions options, Player player, CancellationToken cancellation,
                double speed = 1, bool withModel = false) =>
            {
                if (PathOf(options, name) is not { } path)
                    return Refused();
                return File.Exists(path)
                    ? Results.Json(new { played = await player.PlayAsync(path, speed, withModel, cancellation) })
                    : Results.NotFound();
            });
    }

    private static string? PathOf(SimulatorOptions options, string name)
    {
        if (options.DataDirectory is not { } directory ||
            !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'))
            return null;
        return Path.Combine(Directory.CreateDirectory(Path.Combine(directory, "recordings")).FullName, name + ".jsonl");
    }

    private static IEnumerable<string?> Names(SimulatorOptions options) =>
        options.DataDirectory is { } directory && Directory.Exists(Path.Combine(directory, "recordings"))
            ? Directory.EnumerateFiles(Path.Combine(directory, "recordings"), "*.jsonl")
                .Select(Path.GetFileNameWithoutExtension)
            : [];

    private static IResult Refused() =>
        Results.BadRequest("A recording needs a data directory, and a name of letters, digits and hyphens.");
}
