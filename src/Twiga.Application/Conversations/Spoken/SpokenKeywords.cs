using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;

namespace Twiga.Application.Conversations;

/// <summary>Calls as in Python: <c>search_knowledge(search_phrase="tides", limit=3)</c>.</summary>
internal static partial class SpokenKeywords
{
    public static string Take(string text, IReadOnlyCollection<string> tools, List<FunctionCallContent> calls) =>
        tools.Any(t => text.Contains(t + "(", StringComparison.Ordinal))
            ? Call().Replace(text, match =>
            {
                if (!tools.Contains(match.Groups["name"].Value))
                    return match.Value;

                var arguments = Argument().Matches(match.Groups["arguments"].Value)
                    .GroupBy(a => a.Groups["key"].Value)
                    .ToDictionary(g => g.Key, g => (object?)g.Last().Groups["value"].Value.Trim('"', '\''));
                calls.Add(SpokenCall.Of(match.Groups["name"].Value, arguments));
                return "";
            })
            : text;

    [GeneratedRegex(
        @"\[?(?<name>\w+)\((?<arguments>(?:\s*\w+\s*=\s*(?:""[^""]*""|'[^']*'|[\w.]+)\s*,?)+)\)\]?")]
    private static partial Regex Call();

    [GeneratedRegex(@"(?<key>\w+)\s*=\s*(?<value>""[^""]*""|'[^']*'|[\w.]+)")]
    private static partial Regex Argument();
}
