using System.Text.Json;

namespace Twiga.Application.Conversations;

/// <summary>Where a JSON object, or a list of objects, stands in a text, found by its brackets.</summary>
internal readonly record struct JsonSpan(int Start, int End)
{
    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    public static JsonSpan? Next(string text, int from)
    {
        for (var i = from; i < text.Length; i++)
        {
            if (text[i] == '{' || (text[i] == '[' && text.AsSpan(i + 1).TrimStart() is ['{', ..]))
                return new JsonSpan(i, EndOf(text, i));
        }

        return null;
    }

    public static JsonElement? Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Lenient);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Just after the bracket that closes it, or the end of the text where none does.</summary>
    private static int EndOf(string text, int start)
    {
        var (depth, inText) = (0, false);
        for (var i = start; i < text.Length; i++)
        {
            if (inText && text[i] == '\\')
                i++;
            else if (text[i] == '"')
                inText = !inText;
            else if (!inText && text[i] is '{' or '[')
                depth++;
            else if (!inText && text[i] is '}' or ']' && --depth == 0)
                return i + 1;
        }

        return text.Length;
    }
}
