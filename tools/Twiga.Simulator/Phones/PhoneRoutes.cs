using Microsoft.Extensions.Primitives;
using Twiga.Simulator.Flows;
using Twiga.Simulator.Graph;

namespace Twiga.Simulator.Phones;

/// <summary>What the phone page talks to.</summary>
internal static class PhoneRoutes
{
    private static readonly string[] _shown =
        ["image/jpeg", "image/png", "image/webp", "application/pdf", "text/plain"];

    public static void MapPhone(this IEndpointRouteBuilder app)
    {
        var phone = app.MapGroup("/phone");
        phone.MapGet("/teachers", (Talks talks) => Results.Json(talks.Summaries(), Json.Options));
        phone.MapPost("/teachers", (NewTeacher teacher, Talks talks) => Add(teacher, talks));
        phone.MapGet("/talks/{id}", (string id, Talks talks) => Results.Json(talks.Read(id), Json.Options));
        phone.MapDelete("/talks/{id}", (string id, Talks talks) => Clear(id, talks));
        phone.MapPost("/talks/{id}/seen", (string id, StatusReporter statuses) => See(id, statuses));
        phone.MapPost("/messages", (Said said, Handset handset) => Results.Json(new { id = handset.Say(said) }));
        phone.MapPost("/messages/again", (string id, Handset handset) =>
            handset.SayAgain(id) ? Results.NoContent() : Results.NotFound());
        phone.MapGet("/flow", (string message, FlowWalk walk) =>
            walk.Open(message) is { } flow ? Results.Json(flow, Json.Options) : Results.NotFound());
        phone.MapPost("/flow", async (FlowStep step, FlowWalk walk, CancellationToken cancellation) =>
            Results.Json(await walk.TakeAsync(step, cancellation), Json.Options));
        phone.MapPost("/media", UploadAsync);
        phone.MapGet("/media/{id}", ShowAsync);
        phone.MapGet("/events", (HttpContext http, LiveFeed feed) => feed.ServeAsync(http));
    }

    private static IResult Add(NewTeacher wanted, Talks talks)
    {
        var digits = new string([.. wanted.Phone.Where(char.IsAsciiDigit)]);
        if (digits.Length is < 7 or > 15 || string.IsNullOrWhiteSpace(wanted.Name))
            return Results.BadRequest("A teacher needs a name and a phone number of 7 to 15 digits.");
        var teacher = Teacher.From(digits, wanted.Name.Trim(), wanted.About) with { Shows = wanted.Shows ?? "both" };
        return Results.Json(talks.Put(teacher), Json.Options);
    }

    private static IResult Clear(string id, Talks talks)
    {
        talks.Clear(id);
        return Results.NoContent();
    }

    private static IResult See(string id, StatusReporter statuses)
    {
        statuses.See(id);
        return Results.NoContent();
    }

    private static async Task<IResult> UploadAsync(HttpContext http, MediaShelf shelf)
    {
        if (!http.Request.HasFormContentType)
            return Results.BadRequest("The upload must be multipart/form-data.");
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (form.Files.GetFile("file") is not { } file)
            return Results.BadRequest("The part file is missing.");
        var mimeType = file.ContentType is { Length: > 0 } type ? type : "application/octet-stream";
        if (MediaRules.Refuses(mimeType, file.Length) is { } refused)
            return Results.BadRequest(refused.Details);
        var medium = await shelf.PutAsync(await GraphMedia.BytesAsync(file), mimeType, file.FileName);
        return Results.Json(new { medium.Id, medium.MimeType, medium.Kind }, Json.Options);
    }

    /// <summary>Only what a browser shows without running it is shown; the rest is offered for saving.</summary>
    private static async Task<IResult> ShowAsync(HttpContext http, string id, MediaShelf shelf)
    {
        if (shelf.Find(id) is not { } medium || await shelf.ReadAsync(id) is not { } content)
            return Results.NotFound();
        var bare = medium.MimeType.Split(';')[0];
        var isShown = _shown.Contains(bare) || bare.StartsWith("audio/", StringComparison.Ordinal) ||
            bare.StartsWith("video/", StringComparison.Ordinal);
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = new StringValues("private, max-age=86400, immutable");
        return isShown
            ? Results.Bytes(content, medium.MimeType, enableRangeProcessing: true)
            : Results.File(content, "application/octet-stream", medium.FileName ?? id);
    }
}

public sealed record NewTeacher(string Name, string Phone, string? About = null, string? Shows = null);
