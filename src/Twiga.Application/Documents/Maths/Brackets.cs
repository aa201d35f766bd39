namespace Twiga.Application.Documents;

internal static class Brackets
{
    /// <summary>The text in round brackets, unless it stands in them already.</summary>
    public static string Around(string text) => Enclose(text) ? text : $"({text})";

    /// <summary>A space or a stroke that no bracket holds: the text would fall apart beside another sign.</summary>
    public static bool Splits(string text)
    {
        var depth = 0;
        foreach (var c in text.Trim())
        {
            depth += c is '(' or '[' ? 1 : c is ')' or ']' ? -1 : 0;
            if (depth <= 0 && c is ' ' or '/')
                return true;
        }

        return false;
    }

    private static bool Enclose(string text)
    {
        if (text is not ['(', .., ')'])
            return false;
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            if (depth == 0)
                return i == text.Length - 1;
        }

        return false;
    }
}
