namespace Twiga.Simulator.Graph;

/// <summary>Which media WhatsApp takes, and how big.</summary>
internal static class MediaRules
{
    private const int Megabyte = 1024 * 1024;

    private static readonly Dictionary<string, string[]> _types = new()
    {
        ["image"] = ["image/jpeg", "image/png"],
        ["sticker"] = ["image/webp"],
        ["audio"] = ["audio/aac", "audio/mp4", "audio/mpeg", "audio/amr", "audio/ogg", "audio/opus"],
        ["video"] = ["video/mp4", "video/3gpp", "video/3gp"],
        ["document"] =
        [
            "application/pdf", "text/plain", "application/msword", "application/vnd.ms-excel",
            "application/vnd.ms-powerpoint",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        ],
    };

    public static string? KindOf(string mimeType)
    {
        var bare = mimeType.Split(';')[0].Trim().ToLowerInvariant();
        return _types.FirstOrDefault(kind => kind.Value.Contains(bare)).Key;
    }

    public static GraphError? Refuses(string mimeType, long size)
    {
        if (KindOf(mimeType) is not { } kind)
            return GraphError.Invalid($"Param file must be a file with one of the supported types; got {mimeType}.");
        var limit = LimitOf(kind);
        if (size == 0)
            return new GraphError(131053, "The file is empty.");
        return size > limit ? new GraphError(131053, $"A {kind} may have {limit} bytes at most; got {size}.") : null;
    }

    private static int LimitOf(string kind) => kind switch
    {
        "image" => 5 * Megabyte,
        "sticker" => 500_000,
        "document" => 100 * Megabyte,
        _ => 16 * Megabyte,
    };
}
