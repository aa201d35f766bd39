namespace Twiga.Application.Exams;

/// <summary>Letters that a model writes before options and parts, though the program prints them.</summary>
internal static class Labels
{
    /// <summary>Takes the letters off where every text begins with its own; so "E. coli" and initials stay.</summary>
    public static IReadOnlyList<string> Off(IReadOnlyList<string> texts, Func<int, char> letter)
    {
        var trimmed = texts.Select(t => t.Trim()).ToList();
        var all = trimmed.Count > 1 && trimmed.Select((t, at) => Begins(t, letter(at))).All(b => b > 0);
        return all ? [.. trimmed.Select((t, at) => t[Begins(t, letter(at))..].Trim())] : trimmed;
    }

    /// <summary>The place of the option that is meant, from 0; -1 where it is not exactly one.</summary>
    public static int Place(string said, IReadOnlyList<string> options)
    {
        var bare = said.Trim().Trim('(', ')', '.', ':', '"', '\'').Trim();
        if (bare.Length == 1 && char.ToUpperInvariant(bare[0]) - 'A' is var place && place >= 0)
            return place < options.Count ? place : -1;

        var same = options.Select((o, at) => (o, at))
            .Where(o => string.Equals(o.o, said.Trim(), StringComparison.OrdinalIgnoreCase)).ToList();
        return same.Count == 1 ? same[0].at : -1;
    }

    // how many characters "A.", "A)", "(A)" or "A:" and the space after it take; 0 where there is no such label
    private static int Begins(string text, char letter)
    {
        var at = text.StartsWith('(') ? 1 : 0;
        if (text.Length < at + 3 || char.ToUpperInvariant(text[at]) != char.ToUpperInvariant(letter))
            return 0;

        var closes = at == 1 ? text[at + 1] == ')' : text[at + 1] is '.' or ')' or ':';
        return closes && text[at + 2] == ' ' ? at + 2 : 0;
    }
}
