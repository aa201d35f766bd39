using System.Text.Json;
using Twiga.Domain;

namespace Twiga.Application.Messaging;

/// <summary>Finds the WhatsApp ids of a message's sender, in the message and in the contacts beside it.</summary>
internal static class SenderReader
{
    private const int LongestId = 200;
    private const int LongestName = 100;
    private static readonly Sender Nobody = new(null, null, null, null);

    /// <returns>Null where the message says by no id whose it is.</returns>
    public static Sender? Read(JsonElement message, IReadOnlyList<JsonElement> contacts)
    {
        var written = Nobody
            .And(message.Text("from"u8))
            .And(message.Text("from_user_id"u8))
            .And(message.Text("from_parent_user_id"u8))
            .And(message.Object("system"u8)?.Text("customer"u8));
        foreach (var contact in contacts)
        {
            var person = Person(contact);
            var isHer = IsNobody(written)
                ? contacts.Count == 1
                : Matches(person, written) || (contacts.Count == 1 && IsNobody(person));
            if (!isHer)
                continue;

            written = new(
                written.Phone ?? person.Phone,
                written.UserId ?? person.UserId,
                written.ParentUserId ?? person.ParentUserId,
                person.ProfileName);
            break;
        }

        return IsNobody(written) ? null : written;
    }

    /// <summary>The ids the sender has from now on, of a system message about a new number or a new id.</summary>
    public static Sender? Becomes(JsonElement message)
    {
        if (message.Object("system"u8) is not { } system
            || system.Text("type"u8) is not ("user_changed_number" or "customer_changed_number" or "user_changed_user_id"))
            return null;

        var person = Nobody
            .And(system.Text("new_wa_id"u8))
            .And(system.Text("wa_id"u8))
            .And(system.Text("user_id"u8))
            .And(system.Text("parent_user_id"u8));
        return IsNobody(person) ? null : person;
    }

    private static Sender Person(JsonElement contact) => Nobody
        .And(contact.Text("wa_id"u8))
        .And(contact.Text("user_id"u8))
        .And(contact.Text("parent_user_id"u8)) with
    { ProfileName = Name(contact) };

    // An id tells by its form what it is, wherever it stands: digits are a phone, TZ.ENT.… a parent id, TZ.… a user id.
    private static Sender And(this Sender sender, string? id)
    {
        if (string.IsNullOrWhiteSpace(id) || id.Length > LongestId)
            return sender;
        if (Digits(id) is { } phone)
            return sender.Phone is null ? sender with { Phone = phone } : sender;

        var scoped = id.Trim();
        if (!scoped.Contains('.', StringComparison.Ordinal))
            return sender;
        if (scoped.Contains(".ENT.", StringComparison.OrdinalIgnoreCase))
            return sender.ParentUserId is null ? sender with { ParentUserId = scoped } : sender;
        return sender.UserId is null ? sender with { UserId = scoped } : sender;
    }

    private static string? Digits(string id)
    {
        Span<char> digits = stackalloc char[LongestId];
        var length = 0;
        foreach (var character in id)
        {
            if (char.IsAsciiDigit(character))
                digits[length++] = character;
            else if (character is not ('+' or ' ' or '-' or '(' or ')' or '\u00A0'))
                return null;
        }

        return length is >= 5 and <= 20 ? new string(digits[..length]) : null;
    }

    private static string? Name(JsonElement contact)
    {
        var name = contact.Object("profile"u8)?.Text("name"u8);
        if (string.IsNullOrWhiteSpace(name))
            return null;

        var plain = string.Concat(name.EnumerateRunes().Where(IsVisible).Select(r => r.ToString())).Trim();
        return plain.Length == 0 ? null : plain.Beginning(LongestName);
    }

    private static bool IsVisible(System.Text.Rune rune) => System.Text.Rune.GetUnicodeCategory(rune) is not
        (System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format
        or System.Globalization.UnicodeCategory.LineSeparator
        or System.Globalization.UnicodeCategory.ParagraphSeparator);

    private static bool Matches(Sender a, Sender b) =>
        (a.Phone is not null && a.Phone == b.Phone)
        || (a.UserId is not null && a.UserId == b.UserId)
        || (a.ParentUserId is not null && a.ParentUserId == b.ParentUserId);

    private static bool IsNobody(Sender sender) => sender is { Phone: null, UserId: null, ParentUserId: null };
}
