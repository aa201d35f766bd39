using System.Text.RegularExpressions;

namespace Twiga.Simulator.Models;

/// <summary>Tells Swahili words by their shape, and takes from verbs what changes with person and time.</summary>
internal static partial class Swahili
{
    private const int ShortestRoot = 4;

    /// <summary>Open syllables to the end, as in ramani; few English words are built so.</summary>
    public static bool Looks(string word) => OpenSyllables().IsMatch(word);

    /// <summary>inapotezaje, hupoteza and kupoteza all come down to poteza.</summary>
    public static string Root(string word)
    {
        var root = word.EndsWith("je", StringComparison.Ordinal) && word.Length > ShortestRoot + 2 ? word[..^2] : word;
        var changing = Verb().Match(root);
        return changing.Success && root.Length - changing.Length >= ShortestRoot ? root[changing.Length..] : root;
    }

    [GeneratedRegex("^(?:(?:ng'|[bcdfghjklmnprstvwyz]{0,3})[aeiou])*(?:(?:ng'|[bcdfghjklmnprstvwyz]{0,3})[aiou]|je)$")]
    private static partial Regex OpenSyllables();

    [GeneratedRegex(
        "^(?:(?:ha)?(?:ni|u|a|tu|m|wa|i|zi|li|ya|ki|vi|ku|pa)(?:na|me|li|ta|ka|si|nge)" +
        "(?:po|cho|yo|lo|vyo|zo|o|ye)?(?:wa|m|ku|ki|zi|li|ji)??|ku|hu)(?=[a-z]{4,})")]
    private static partial Regex Verb();
}
