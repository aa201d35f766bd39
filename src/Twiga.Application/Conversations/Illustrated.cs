using Twiga.Domain.Messaging;

namespace Twiga.Application.Conversations;

/// <summary>A picture of formulas and where in the text the last of them stands.</summary>
internal readonly record struct Placed(OutgoingContent Picture, int End);

/// <summary>A text and the pictures of its formulas as messages in the order in which they are read.</summary>
internal static class Illustrated
{
    /// <summary>Less text than this after a picture does not pay for a message of its own, in characters.</summary>
    private const int WorthAMessage = 400;

    public static IReadOnlyList<OutgoingContent> Messages(FormattedText text, IEnumerable<Placed> pictures)
    {
        var messages = new List<OutgoingContent>();
        var waiting = new List<OutgoingContent>();
        var (from, cut) = (0, 0);
        foreach (var (picture, end) in pictures)
        {
            var line = LineEnd(text.Text, end);
            if (waiting.Count > 0 && line - cut >= WorthAMessage)
                Show(cut);
            waiting.Add(picture);
            cut = line;
        }

        if (waiting.Count > 0 && text.Text.AsSpan(cut).Trim().Length >= WorthAMessage)
            Show(cut);
        Show(text.Text.Length);
        return messages;

        void Show(int to)
        {
            messages.AddRange(text.Part(from..to).Split().Select(part => new TextContent(part)));
            messages.AddRange(waiting);
            waiting.Clear();
            from = to;
        }
    }

    private static int LineEnd(string text, int at) => text.IndexOf('\n', Math.Min(at, text.Length)) is >= 0 and var end ? end : text.Length;
}
