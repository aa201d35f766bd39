namespace Twiga.Application.Documents;

/// <summary>Walks through LaTeX source.</summary>
internal sealed class LatexReader(string text)
{
    public int At
    {
        get;
        set => field = Math.Min(value, text.Length);
    }

    public bool Ended => At >= text.Length;

    public char Current => At < text.Length ? text[At] : '\0';

    public char After => At + 1 < text.Length ? text[At + 1] : '\0';

    public bool Stands(string what) => string.CompareOrdinal(text, At, what, 0, what.Length) == 0;

    public bool StandsCommand(string name) =>
        Stands("\\" + name) && (At + name.Length + 1 >= text.Length || !char.IsAsciiLetter(text[At + name.Length + 1]));

    public void SkipSpace()
    {
        while (!Ended && char.IsWhiteSpace(Current))
            At++;
    }

    /// <summary>The name after a backslash: letters with their star, or one other sign.</summary>
    public string Command()
    {
        var start = ++At;
        while (char.IsAsciiLetter(Current))
            At++;
        if (At == start)
            At = Math.Min(At + 1, text.Length);
        else if (Current == '*')
            return text[start..At++];
        return text[start..At];
    }

    public string Number()
    {
        var start = At;
        while (char.IsDigit(Current) || (Current is '.' && char.IsDigit(After) && At > start))
            At++;
        return text[start..At];
    }

    public string Digits()
    {
        var start = At;
        while (char.IsDigit(Current))
            At++;
        return text[start..At];
    }

    /// <summary>What stands in a group, unread; null where no group begins or none ends.</summary>
    public string? Raw(char open = '{', char close = '}')
    {
        var back = At;
        SkipSpace();
        if (Current != open)
        {
            At = back;
            return null;
        }

        var end = GroupEnd(text, At, open, close);
        if (end < 0)
        {
            At = back;
            return null;
        }

        var raw = text[(At + 1)..end];
        At = end + 1;
        return raw;
    }

    public string Rest()
    {
        var rest = text[At..];
        At = text.Length;
        return rest;
    }

    /// <summary>Where the group that opens at a place closes; -1 where it does not.</summary>
    public static int GroupEnd(string text, int at, char open = '{', char close = '}')
    {
        var depth = 0;
        for (var i = at; i < text.Length; i++)
        {
            if (text[i] == '\\')
                i++;
            else if (text[i] == open)
                depth++;
            else if (text[i] == close && --depth == 0)
                return i;
        }

        return -1;
    }
}
