namespace Twiga.Application.Conversations;

/// <summary>The runs of one line; WhatsApp lets none but a code block reach into the next.</summary>
internal sealed class MarkupLine
{
    private const string Signs = "*_~";
    private static readonly string[] Names = ["*", "_", "~"];

    private readonly string _text;
    private readonly int _from;
    private readonly int _to;
    private readonly List<MarkupRun> _codes = [];
    private readonly List<int>[] _closings = [[], [], []];

    public MarkupLine(string text, int from, int to)
    {
        (_text, _from, _to) = (text, from, to);
        FindCodes();
        FindClosings();
    }

    public void Read(List<MarkupRun> runs)
    {
        ReadSpan(_from, _to, open: "", runs);
        runs.AddRange(_codes);
    }

    private void FindCodes()
    {
        for (var i = Next(_from); i >= 0;)
        {
            var close = Next(i + 1);
            if (close > i + 1)
                _codes.Add(new MarkupRun(i, close, "`"));
            i = close > i + 1 ? Next(close + 1) : close;
        }
    }

    private int Next(int from) => from < _to ? _text.IndexOf(Markers.Code, from, _to - from) : -1;

    private void FindClosings()
    {
        var code = 0;
        for (var i = _from + 1; i < _to; i++)
        {
            if (code < _codes.Count && i >= _codes[code].Open)
            {
                i = _codes[code++].Close;
                continue;
            }

            var sign = Signs.IndexOf(_text[i]);
            if (sign >= 0 && Closes(i))
                _closings[sign].Add(i);
        }
    }

    private void ReadSpan(int from, int to, string open, List<MarkupRun> runs)
    {
        var code = _codes.FindIndex(c => c.Open >= from);
        for (var i = from; i < to; i++)
        {
            if (code >= 0 && code < _codes.Count && i == _codes[code].Open)
            {
                i = _codes[code++].Close;
                continue;
            }

            var sign = Signs.IndexOf(_text[i]);
            if (sign < 0 || open.Contains(_text[i]) || !Opens(i) || FirstClosing(sign, i + 2) is not { } close
                || close >= to)
                continue;
            runs.Add(new MarkupRun(i, close, Names[sign]));
            ReadSpan(i + 1, close, open + _text[i], runs);
            i = close;
            while (code >= 0 && code < _codes.Count && _codes[code].Open < i)
                code++;
        }
    }

    private int? FirstClosing(int sign, int from)
    {
        var found = _closings[sign].BinarySearch(from);
        var index = found < 0 ? ~found : found;
        return index < _closings[sign].Count ? _closings[sign][index] : null;
    }

    private bool Opens(int at) =>
        at + 2 < _to
        && !Markers.IsWord(Beyond(at, -1))
        && !char.IsWhiteSpace(_text[at + 1])
        && _text[at + 1] != _text[at]
        && !IsBlankToFill(at);

    private bool Closes(int at) =>
        !char.IsWhiteSpace(_text[at - 1])
        && !Markers.IsWord(Beyond(at, 1))
        && !IsBlankToFill(at);

    // What stands before or after a sign and its likes: the 2 of 2**3**4 keeps both stars from opening.
    private char Beyond(int at, int step)
    {
        var sign = _text[at];
        while (at >= _from && at < _to && _text[at] == sign)
            at += step;
        return at < _from || at >= _to ? ' ' : _text[at];
    }

    // "____ is the capital" holds a gap for the pupil, no italics.
    private bool IsBlankToFill(int at) =>
        _text[at] == Markers.Italic
        && ((at > _from && _text[at - 1] == Markers.Italic)
            || (at + 1 < _to && _text[at + 1] == Markers.Italic));
}
