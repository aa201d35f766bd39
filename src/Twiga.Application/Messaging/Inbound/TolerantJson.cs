using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Twiga.Application.Messaging;

/// <summary>Reads JSON that may hold anything: a wrong shape is an absent value, and no string makes it throw.</summary>
internal static class TolerantJson
{
    /// <summary>The member of that name; the last one where it stands twice, none where this is no object.</summary>
    public static JsonElement? Member(this JsonElement element, ReadOnlySpan<byte> name)
    {
        if (element.ValueKind != JsonValueKind.Object)
            return null;

        // TryGetProperty throws on names with lone surrogates, so the names are compared as they came.
        JsonElement? found = null;
        foreach (var member in element.EnumerateObject())
        {
            if (JsonMarshal.GetRawUtf8PropertyName(member).SequenceEqual(name))
                found = member.Value;
        }

        return found is { ValueKind: JsonValueKind.Null } ? null : found;
    }

    /// <summary>A member that is an object; none where it is anything else.</summary>
    public static JsonElement? Object(this JsonElement element, ReadOnlySpan<byte> name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Object } found ? found : null;

    /// <summary>A member that is a string or number, as text that PostgreSQL can store.</summary>
    public static string? Text(this JsonElement element, ReadOnlySpan<byte> name) => element.Member(name)?.AsText();

    /// <summary>The same for what must not be longer: none where it is.</summary>
    public static string? ShortText(this JsonElement element, ReadOnlySpan<byte> name, int atMost) =>
        element.Text(name) is { } text && text.Length > 0 && text.Length <= atMost ? text : null;

    public static bool IsTrue(this JsonElement element, ReadOnlySpan<byte> name) =>
        element.Member(name) is { ValueKind: JsonValueKind.True };

    public static int? Number(this JsonElement element, ReadOnlySpan<byte> name) =>
        int.TryParse(element.Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    public static string? AsText(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => Unescape(JsonMarshal.GetRawUtf8Value(element)[1..^1]),
        JsonValueKind.Number => element.Raw(),
        _ => null,
    };

    /// <summary>The value as it came, JSON text.</summary>
    public static string Raw(this JsonElement element) => Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(element));

    /// <summary>The items of an array that may be anything.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : [];

    private static string Unescape(ReadOnlySpan<byte> raw)
    {
        if (!raw.Contains((byte)'\\'))
            return Encoding.UTF8.GetString(raw);

        var characters = ArrayPool<char>.Shared.Rent(raw.Length);
        try
        {
            var length = 0;
            while (raw.IndexOf((byte)'\\') is >= 0 and var plain)
            {
                length += Encoding.UTF8.GetChars(raw[..plain], characters.AsSpan(length));
                characters[length++] = Escaped(raw[plain..], out var used);
                raw = raw[(plain + used)..];
            }

            length += Encoding.UTF8.GetChars(raw, characters.AsSpan(length));
            return Storable(characters.AsSpan(0, length));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(characters);
        }
    }

    // The parser has already refused escapes that JSON does not know.
    private static char Escaped(ReadOnlySpan<byte> escape, out int used)
    {
        used = escape[1] == 'u' ? 6 : 2;
        return escape[1] switch
        {
            (byte)'u' => (char)ushort.Parse(escape[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
            (byte)'b' => '\b',
            (byte)'f' => '\f',
            (byte)'n' => '\n',
            (byte)'r' => '\r',
            (byte)'t' => '\t',
            var itself => (char)itself,
        };
    }

    // Half a surrogate pair and U+0000 fit into JSON, but into no PostgreSQL text.
    private static string Storable(Span<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]) || text[i] == '\0')
                text[i] = '\uFFFD';
        }

        return new string(text);
    }
}
