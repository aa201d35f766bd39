using System.Globalization;
using Twiga.Simulator.Control;
using Twiga.Simulator.Faults;

namespace Twiga.Simulator.Graph;

/// <summary>Takes uploads, resolves media ids to addresses that lapse, and gives the files out.</summary>
internal sealed class GraphMedia(GraphDoor door, FaultBoard faults, MediaShelf shelf, Ledger ledger, TimeProvider clock)
{
    private static readonly TimeSpan _addressLives = TimeSpan.FromMinutes(5);

    public async Task<IResult> UploadAsync(HttpContext http, string version, string phoneNumberId)
    {
        if (door.Refuses(http, version, phoneNumberId) is { } stranger)
            return Refuse(stranger);
        var met = faults.OnGraph("media", null);
        if (met.DelayMilliseconds > 0)
            await Task.Delay(met.DelayMilliseconds, http.RequestAborted);
        if (met.Fault is { Kind: "error" } fault)
            return Refuse(GraphMessages.Error(fault));
        if (met.Fault is { Kind: "refuse" })
            return GraphMessages.Drop(http);
        if (!http.Request.HasFormContentType)
            return Refuse(GraphError.Invalid("The upload must be multipart/form-data."));
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (form["messaging_product"] != "whatsapp")
            return Refuse(GraphError.Invalid("The parameter messaging_product is required."));
        if (form.Files.GetFile("file") is not { } file)
            return Refuse(GraphError.Invalid("The parameter file is required."));
        var mimeType = file.ContentType is { Length: > 0 } type ? type : form["type"].ToString();
        if (MediaRules.Refuses(mimeType, file.Length) is { } refused)
            return Refuse(refused);
        var medium = await shelf.PutAsync(await BytesAsync(file), mimeType, file.FileName);
        ledger.Add(new GraphCall
        {
            Route = "media",
            Type = mimeType,
            Text = file.FileName,
            Wamid = medium.Id,
            Accepted = true,
            Status = met.Fault is null ? StatusCodes.Status200OK : 0,
        });
        return met.Fault is null ? Results.Json(new { id = medium.Id }) : GraphMessages.Drop(http);
    }

    public IResult Resolve(HttpContext http, string version, string mediaId)
    {
        if (door.Refuses(http, version) is { } stranger)
            return stranger.Answer();
        if (shelf.Find(mediaId) is not { } medium)
            return GraphError.Invalid($"Object with ID '{mediaId}' does not exist.").Answer();
        var lapses = (clock.GetUtcNow() + _addressLives).ToUnixTimeSeconds();
        var site = $"{http.Request.Scheme}://{http.Request.Host}";
        var url = string.Create(CultureInfo.InvariantCulture, $"{site}/media-files/{mediaId}?ext={lapses}");
        return Results.Json(new
        {
            messaging_product = "whatsapp",
            url,
            mime_type = medium.MimeType,
            sha256 = medium.Sha256,
            file_size = medium.Size,
            id = mediaId,
        });
    }

    public async Task<IResult> DownloadAsync(HttpContext http, string mediaId, long ext)
    {
        if (door.Refuses(http, "v0") is { } stranger)
            return stranger.Answer();
        if (ext < clock.GetUtcNow().ToUnixTimeSeconds() || shelf.Find(mediaId) is not { } medium ||
            await shelf.ReadAsync(mediaId) is not { } content)
            return Results.NotFound();
        return Results.Bytes(content, medium.MimeType);
    }

    public IResult Delete(HttpContext http, string version, string mediaId)
    {
        if (door.Refuses(http, version) is { } stranger)
            return stranger.Answer();
        return shelf.Remove(mediaId)
            ? Results.Json(new { success = true })
            : GraphError.Invalid($"Object with ID '{mediaId}' does not exist.").Answer();
    }

    public static async Task<byte[]> BytesAsync(IFormFile file)
    {
        var content = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(content);
        return content;
    }

    private IResult Refuse(GraphError error)
    {
        ledger.Add(new GraphCall
        {
            Route = "media",
            Status = error.Status,
            Code = error.Code,
            Details = error.Details,
        });
        return error.Answer();
    }
}
