namespace Twiga.Application.Conversations;

/// <summary>Writes one line so that WhatsApp shows the styles it has, and no others.</summary>
internal sealed class StyledLine(string text, TextStyle[] styles)
{
    private const int Rounds = 6;
    private const TextStyle Markup = TextStyle.Bold | TextStyle.Italic | TextStyle.Strike | TextStyle.Code;

    private static readonly TextStyle[] Runs = [TextStyle.Bold, TextStyle.Italic, TextStyle.Strike, TextStyle.Code];

    private readonly List<Sign> _signs = [];
    private int _pairs;

    public string Write()
    {
        var line = text.TrimEnd();
        if (!line.Any(Markers.IsMarker) && styles.All(s => (s & Markup) == 0))
            return line;

        for (var i = 0; i < line.Length; i++)
        {
            if (styles[i].HasFlag(TextStyle.Code) && line[i] != Markers.Code)
                styles[i] = TextStyle.Code;
        }

        foreach (var style in Runs)
            Settle(line, style);
        Emit(line);
        var rounds = 0;
        while (Correct())
        {
            if (++rounds == Rounds)
                GiveUp();
        }

        return Written();
    }

    private string Written() => string.Create(_signs.Count, _signs, (letters, signs) =>
    {
        for (var i = 0; i < letters.Length; i++)
            letters[i] = signs[i].Character;
    });

    // A run starts and ends with something to see, and touches no word from outside.
    private void Settle(string line, TextStyle style)
    {
        for (var from = 0; from < line.Length; from++)
        {
            if (!styles[from].HasFlag(style))
                continue;
            var to = from;
            while (to < line.Length && styles[to].HasFlag(style))
                to++;
            var (first, last) = (from, to);
            while (first < last && char.IsWhiteSpace(line[first]))
                first++;
            while (last > first && char.IsWhiteSpace(line[last - 1]))
                last--;
            var apart = (first == 0 || !Markers.IsWord(line[first - 1]))
                && (last == line.Length || !Markers.IsWord(line[last]));
            for (var i = from; i < to; i++)
            {
                if (!apart || i < first || i >= last)
                    styles[i] &= ~style;
            }

            from = to;
        }
    }

    private void Emit(string line)
    {
        var open = new Stack<(TextStyle Style, int Pair)>();
        for (var i = 0; i <= line.Length; i++)
        {
            var wanted = i < line.Length ? styles[i] : TextStyle.None;
            if (i > 0 && i < line.Length && wanted == styles[i - 1])
            {
                _signs.Add(Plain(line[i], wanted));
                continue;
            }

            while (open.Any(o => !wanted.HasFlag(o.Style)))
            {
                var (style, pair) = open.Pop();
                _signs.Add(new Sign(Markers.For(style), pair));
            }

            if (i == line.Length)
                break;
            foreach (var style in Runs.Where(s => wanted.HasFlag(s) && open.All(o => o.Style != s))
                .OrderByDescending(s => Length(s, i)))
            {
                open.Push((style, ++_pairs));
                _signs.Add(new Sign(Markers.For(style), _pairs));
            }

            _signs.Add(Plain(line[i], wanted));
        }
    }

    private static Sign Plain(char letter, TextStyle style) =>
        new(letter, style.HasFlag(TextStyle.Verbatim) ? Sign.Fixed : Sign.Literal);

    private int Length(TextStyle style, int from)
    {
        var to = from;
        while (to < styles.Length && styles[to].HasFlag(style))
            to++;
        return to - from;
    }

    // One correction; none where WhatsApp reads just the runs that were written.
    private bool Correct()
    {
        var right = new HashSet<int>();
        var lost = new HashSet<int>();
        var masked = false;
        foreach (var run in WhatsAppMarkup.Read(Written()))
        {
            var (open, close) = (_signs[run.Open].Pair, _signs[run.Close].Pair);
            if (open > 0 && open == close)
                right.Add(open);
            else if (Mask(run.Open) | Mask(run.Close))
                masked = true;
            else
                lost.UnionWith([open, close]);
        }

        return masked
            | _signs.RemoveAll(s => s.Pair > 0 && (lost.Contains(s.Pair) || (!masked && !right.Contains(s.Pair)))) > 0;
    }

    // Its likes in the line change with it, lest one formula show two kinds of star.
    private bool Mask(int at)
    {
        var sign = _signs[at];
        if (sign.Pair != Sign.Literal)
            return sign.Pair == Sign.Masked;
        for (var i = 0; i < _signs.Count; i++)
        {
            if (_signs[i] == sign)
                _signs[i] = new Sign(Markers.Double(sign.Character), Sign.Masked);
        }

        return true;
    }

    private void GiveUp()
    {
        _signs.RemoveAll(s => s.Pair > 0);
        for (var i = 0; i < _signs.Count; i++)
            Mask(i);
    }

    /// <summary>A character: a marker of a pair, a letter of the text, or one that must not change.</summary>
    private readonly record struct Sign(char Character, int Pair)
    {
        public const int Literal = 0;
        public const int Fixed = -1;
        public const int Masked = -2;
    }
}
