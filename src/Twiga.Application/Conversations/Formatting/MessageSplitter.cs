using Twiga.Domain.Messaging;

namespace Twiga.Application.Conversations;

/// <summary>Cuts a text that is too long for one message; each part is valid markup by itself.</summary>
internal static class MessageSplitter
{
    private const int LeastLimit = 32;

    /// <param name="text">Text in WhatsApp's markup.</param>
    /// <param name="limit">What one message holds.</param>
    /// <param name="whole">What must not be cut while it fits in a message, such as formulas.</param>
    public static IReadOnlyList<string> Split(
        string text, int limit = Limits.Text, IReadOnlyList<Range>? whole = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, LeastLimit);
        var parts = new List<string>();
        var breaks = new Breaks(text, whole ?? []);
        var (at, reopen) = (0, "");
        while (text.Length - at + reopen.Length > limit)
        {
            var cut = breaks.Best(at, limit - reopen.Length);
            var part = text[at..cut.At].TrimEnd();
            if (part.Length > 0)
                parts.Add(reopen + part + cut.Close);
            (at, reopen) = (cut.Next, cut.Reopen);
        }

        var rest = text[at..].TrimEnd();
        if (rest.Length > 0)
            parts.Add(reopen + rest);
        return parts;
    }
}
