using System.Globalization;
using Twiga.Domain.Messaging;

namespace Twiga.Application.Messaging;

/// <summary>What a teacher wants of what is held on her.</summary>
internal abstract record RecordWish
{
    private RecordWish()
    {
    }

    public sealed record Send : RecordWish;

    public sealed record AskDelete : RecordWish;

    /// <summary>She tapped yes to a question of that time.</summary>
    public sealed record Delete(DateTimeOffset AskedAt) : RecordWish;

    public sealed record KeepAll : RecordWish;
}

/// <summary>The words and buttons about what is held on her, in both languages; they stand alone in a message.</summary>
internal static class RecordWords
{
    private const string Yes = "forget:yes:";
    private const string No = "forget:no";

    private static readonly Dictionary<string, RecordWish> ByWords = new(StringComparer.OrdinalIgnoreCase)
    {
        ["my data"] = new RecordWish.Send(),
        ["taarifa zangu"] = new RecordWish.Send(),
        ["delete my data"] = new RecordWish.AskDelete(),
        ["futa taarifa zangu"] = new RecordWish.AskDelete(),
    };

    public static IReadOnlyList<ReplyButton> Buttons(string yes, string no, DateTimeOffset now) =>
    [
        new(Yes + now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), yes),
        new(No, no),
    ];

    public static RecordWish? Of(InboundMessage message) => message.Kind switch
    {
        InboundKind.Button when message.Detail == No => new RecordWish.KeepAll(),
        InboundKind.Button when message.Detail is { } id && id.StartsWith(Yes, StringComparison.Ordinal) =>
            long.TryParse(id[Yes.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            && at <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
                ? new RecordWish.Delete(DateTimeOffset.FromUnixTimeSeconds(at))
                : new RecordWish.AskDelete(),
        InboundKind.Text => message.Words is { } words ? ByWords.GetValueOrDefault(Plain(words)) : null,
        _ => null,
    };

    private static string Plain(string words) => string.Join(
        ' ', words.Trim().TrimStart('/').TrimEnd('.', '!').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
