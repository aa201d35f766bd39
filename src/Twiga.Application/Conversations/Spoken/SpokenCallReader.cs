using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;

namespace Twiga.Application.Conversations;

/// <summary>Finds tool calls in what a model wrote as text. What names no tool stays text.</summary>
internal static partial class SpokenCallReader
{
    public static (string Words, IReadOnlyList<FunctionCallContent> Calls) Read(
        string text, IReadOnlyCollection<string> tools)
    {
        var calls = new List<FunctionCallContent>();
        text = Thoughts().Replace(text, "");
        text = SpokenTags.Take(text, calls);
        text = SpokenKeywords.Take(text, tools, calls);
        var (words, from, at) = (new List<string>(), 0, 0);
        while (JsonSpan.Next(text, at) is { } span)
        {
            var found = SpokenJson.Read(text[from..span.Start], text[span.Start..span.End], tools);
            at = found is null ? span.Start + 1 : span.End;
            if (found is null)
                continue;

            calls.AddRange(found);
            words.Add(Lead().Replace(text[from..span.Start], ""));
            from = span.End;
        }

        words.Add(calls.Count > 0 ? Trail().Replace(text[from..], "") : text[from..]);
        return (string.Join("\n", words.Select(w => w.Trim()).Where(w => w.Length > 0)), calls);
    }

    [GeneratedRegex(@"<(think|thinking|reasoning)>.*?(</\1>|$)", RegexOptions.Singleline)]
    private static partial Regex Thoughts();

    [GeneratedRegex(@"(?:<[^<>\n]*>?|<\|[^|]*\|>|\[TOOL_CALLS\]|```\w*|\w*\(|\b(?:\w+\.)?\w+_\w+\W*|\s)*$", RegexOptions.NonBacktracking)]
    private static partial Regex Lead();

    [GeneratedRegex(@"^\s*(?:\)|```|</?[^<>\n]*>|\s)+", RegexOptions.NonBacktracking)]
    private static partial Regex Trail();
}
