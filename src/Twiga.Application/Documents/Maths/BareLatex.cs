namespace Twiga.Application.Documents;

/// <summary>Finds LaTeX that a model wrote into its prose without any signs around it.</summary>
internal static class BareLatex
{
    private const int Longest = 200;

    /// <summary>A known command with its arguments and scripts.</summary>
    public static FoundMaths? Find(string text, int at)
    {
        var reader = new LatexReader(Window(text, at));
        var name = reader.Command().TrimEnd('*');
        if (name.Length < 2 || !LatexCommands.Knows(name) || IsPath(text, at))
            return null;
        if (name == "begin")
            return Environment(text, at, reader.Raw());
        var arguments = 0;
        while ((reader.Current == '{' ? reader.Raw() : name == "sqrt" ? reader.Raw('[', ']') : null) is not null)
            arguments++;
        if (arguments == 0 && LatexSymbols.Find(name) is null)
            return null;
        var end = at + reader.At;
        while (Scripted(text, end) is { } more)
            end = more;
        return new FoundMaths(at, end, text[at..end]);
    }

    /// <summary>^{2} or _{2} or ^\circ behind a letter, a number or a bracket.</summary>
    public static FoundMaths? Script(string text, int at)
    {
        if (at == 0 || !(char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is ')' or ']')
            || Scripted(text, at) is not { } end)
            return null;
        while (Scripted(text, end) is { } more)
            end = more;
        return new FoundMaths(at, end, text[at..end]);
    }

    // Where the script that begins here ends.
    private static int? Scripted(string text, int at)
    {
        if (at + 1 >= text.Length || text[at] is not ('^' or '_'))
            return null;
        var reader = new LatexReader(Window(text, at + 1));
        if (reader.Current == '{')
            return reader.Raw() is { } group && !group.Contains('\n') ? at + 1 + reader.At : null;
        return reader.Current == '\\' && LatexSymbols.Find(reader.Command()) is
        { Kind: not MathKind.Space and not MathKind.Break }
            ? at + 1 + reader.At
            : null;
    }

    private static FoundMaths? Environment(string text, int at, string? name)
    {
        if (string.IsNullOrEmpty(name))
            return null;
        var end = $"\\end{{{name}}}";
        var close = text.IndexOf(end, at, StringComparison.Ordinal) + end.Length;
        return close < at + end.Length || close - at > MathFinder.Longest ? null : new FoundMaths(at, close, text[at..close]);
    }

    private static string Window(string text, int at) => text.Substring(at, Math.Min(Longest, text.Length - at));

    // C:\times is a folder.
    private static bool IsPath(string text, int at)
    {
        var start = at;
        while (start > 0 && at - start < Longest && !char.IsWhiteSpace(text[start - 1]))
            start--;
        return text.AsSpan(start, at - start).Contains(":\\", StringComparison.Ordinal) || (at > 0 && text[at - 1] == ':');
    }
}
