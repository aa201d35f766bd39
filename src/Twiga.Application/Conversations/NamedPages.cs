using System.Globalization;
using System.Text.RegularExpressions;

namespace Twiga.Application.Conversations;

/// <summary>The pages a text names in words, such as "page 41" and "kurasa 12–14".</summary>
internal static partial class NamedPages
{
    private const int LongestRange = 50;

    /// <summary>True where the answer names a page that stands in nothing the model read.</summary>
    public static bool AreInvented(string answer, IEnumerable<string> read) =>
        In(answer) is { Count: > 0 } named && !named.IsSubsetOf(read.SelectMany(In));

    public static HashSet<int> In(string text)
    {
        var pages = new HashSet<int>();
        foreach (Match match in Page().Matches(text))
        {
            foreach (var (from, to) in Number().Matches(match.Value).Select(m => (Int(m.Groups[1]), Int(m.Groups[2]))))
                pages.UnionWith(Enumerable.Range(from, Math.Clamp(to - from, 0, LongestRange) + 1));
        }

        return pages;
    }

    private static int Int(Group group) => group.Success ? int.Parse(group.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"\b(?:pages?|pp?\.|ukurasa|kurasa|uk\.)(?: wa| za| namba| no\.)?\s*\d{1,4}(?:\s*(?:[-–,]|to|and|hadi|na)\s*\d{1,4})*",
        RegexOptions.IgnoreCase)]
    private static partial Regex Page();

    [GeneratedRegex(@"(\d{1,4})(?:\s*(?:[-–]|to|hadi)\s*(\d{1,4}))?")]
    private static partial Regex Number();
}
