namespace Twiga.Application.Conversations;

/// <summary>Reads text as WhatsApp does, to know what it would show in which style.</summary>
internal static class WhatsAppMarkup
{
    public static List<MarkupRun> Read(string text)
    {
        var runs = new List<MarkupRun>();
        var from = 0;
        while (NextCodeBlock(text, from) is { } block)
        {
            ReadLines(text, from, block.Open, runs);
            runs.Add(block);
            from = block.End;
        }

        ReadLines(text, from, text.Length, runs);
        return runs;
    }

    private static MarkupRun? NextCodeBlock(string text, int from)
    {
        var open = text.IndexOf(Markers.CodeBlock, from, StringComparison.Ordinal);
        if (open < 0 || open + 4 > text.Length)
            return null;
        var close = text.IndexOf(Markers.CodeBlock, open + 4, StringComparison.Ordinal);
        return close < 0 ? null : new MarkupRun(open, close, Markers.CodeBlock);
    }

    private static void ReadLines(string text, int from, int to, List<MarkupRun> runs)
    {
        while (from < to)
        {
            var end = text.IndexOf('\n', from, to - from);
            if (end < 0)
                end = to;
            new MarkupLine(text, from, end).Read(runs);
            from = end + 1;
        }
    }
}
