using System.Collections.Frozen;
using System.Globalization;
using Twiga.Application.Onboarding;
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

    private static readonly FrozenSet<string> ToSend = Words(
        "my data", "my information", "taarifa zangu", "data yangu", "data zangu", "naomba taarifa zangu",
        "naomba data zangu");

    private static readonly FrozenSet<string> ToDelete = Words(
        "delete my data", "delete all my data", "delete my information", "delete my account", "futa taarifa zangu",
        "futa taarifa zangu zote", "futa data yangu", "futa data zangu", "futa akaunti yangu", "ufute taarifa zangu",
        "naomba ufute taarifa zangu");

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
        InboundKind.Text => Wish(LoneWords.Of(message.Words)),
        _ => null,
    };

    private static RecordWish? Wish(string words) =>
        ToSend.Contains(words) ? new RecordWish.Send()
        : ToDelete.Contains(words) ? new RecordWish.AskDelete()
        : null;

    private static FrozenSet<string> Words(params string[] words) => words.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
