namespace Twiga.Domain.Messaging;

/// <summary>The kinds of media at WhatsApp.</summary>
public enum MediumKind
{
    Image,
    Audio,
    Video,
    Document,
    Sticker,
}

/// <summary>Which types belong to a kind, and how many bytes it may have (Meta; whatsapp.md, section 4).</summary>
public static class MediumKinds
{
    private const long Megabyte = 1024 * 1024;

    private static readonly Dictionary<MediumKind, (string[] Types, long Bytes)> Rules = new()
    {
        [MediumKind.Image] = (["image/jpeg", "image/png"], 5 * Megabyte),
        [MediumKind.Sticker] = (["image/webp"], 500_000),
        [MediumKind.Audio] =
            (["audio/aac", "audio/mp4", "audio/mpeg", "audio/amr", "audio/ogg", "audio/opus"], 16 * Megabyte),
        [MediumKind.Video] = (["video/mp4", "video/3gpp"], 16 * Megabyte),
        [MediumKind.Document] = (
            [
                FileTypes.Pdf, FileTypes.Word, "text/plain", "application/msword", "application/vnd.ms-excel",
                "application/vnd.ms-powerpoint",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            ],
            100 * Megabyte),
    };

    /// <summary>Null where WhatsApp does not know the type; parameters such as codecs do not matter.</summary>
    public static MediumKind? Of(string mimeType)
    {
        var bare = mimeType.Split(';')[0].Trim().ToLowerInvariant();
        foreach (var (kind, rule) in Rules)
        {
            if (rule.Types.Contains(bare))
                return kind;
        }

        return null;
    }

    public static long MostBytes(this MediumKind kind) => Rules[kind].Bytes;
}
