using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;

namespace Twiga.Application.Conversations;

/// <summary>Calls in tags: <c>&lt;function=name&gt;&lt;parameter=key&gt;value&lt;/parameter&gt;&lt;/function&gt;</c>.</summary>
internal static partial class SpokenTags
{
    public static string Take(string text, List<FunctionCallContent> calls) =>
        text.Contains("<function", StringComparison.Ordinal)
            ? Function().Replace(text, match =>
            {
                var arguments = Parameter().Matches(match.Groups["body"].Value)
                    .GroupBy(p => p.Groups["key"].Value)
                    .ToDictionary(g => g.Key, g => (object?)g.Last().Groups["value"].Value.Trim());
                calls.Add(SpokenCall.Of(match.Groups["name"].Value, arguments));
                return "";
            })
            : text;

    [GeneratedRegex(
        @"(?:<tool_call>\s*)?<function=""?(?<name>\w+)""?>(?<body>(?:\s*<parameter=(?:.*?)</parameter>)*)\s*"
        + "</function>(?:\\s*</tool_call>)?",
        RegexOptions.Singleline)]
    private static partial Regex Function();

    [GeneratedRegex(@"<parameter=""?(?<key>\w+)""?>(?<value>.*?)</parameter>", RegexOptions.Singleline)]
    private static partial Regex Parameter();
}
