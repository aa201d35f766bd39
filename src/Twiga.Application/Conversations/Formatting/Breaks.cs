using System.Globalization;

namespace Twiga.Application.Conversations;

/// <summary>All places of a text where it could be cut, and how well each would bear it.</summary>
internal sealed class Breaks
{
    private const int Qualities = (int)CutQuality.Never;
    private readonly string _text;
    private readonly List<MarkupRun> _runs;
    private readonly CutQuality[] _quality;
    private readonly byte[] _closing;

    public Breaks(string text, IReadOnlyList<Range> whole)
    {
        _text = text;
        _runs = WhatsAppMarkup.Read(text);
        _runs.Sort((a, b) => a.Open.CompareTo(b.Open));
        _quality = new CutQuality[text.Length + 1];
        _closing = new byte[text.Length + 1];
        JudgeCharacters();
        JudgeSpaces();
        JudgeRuns();
        foreach (var range in whole)
        {
            var (start, length) = range.GetOffsetAndLength(text.Length);
            Tighten(start, start + length);
        }
    }

    /// <summary>The best cut after <paramref name="at"/> that leaves a part of at most <paramref name="room"/>.</summary>
    public Cut Best(int at, int room)
    {
        var found = new int[Qualities];
        for (var c = at + 1; c <= Math.Min(at + room, _text.Length - 1); c++)
        {
            if (_quality[c] != CutQuality.Never && c - at + _closing[c] <= room)
                found[(int)_quality[c]] = c;
        }

        var left = _text.Length - at;
        var least = at + Math.Min(room / 2, left - ((left - 1) / room * room));
        int[] kind = [.. found[..((int)CutQuality.Word + 1)]];
        var cut = kind.FirstOrDefault(c => c >= least && c > 0);
        if (cut == 0)
            cut = found.FirstOrDefault(c => c > at);
        return Describe(cut == 0 ? at + room - Markers.CodeBlock.Length : cut);
    }

    private void JudgeCharacters()
    {
        Array.Fill(_quality, CutQuality.Torn);
        for (var i = 0; i < _text.Length; i += StringInfo.GetNextTextElementLength(_text, i))
        {
            // Beside a sign that stood for itself, a cut could make it one that begins a style.
            _quality[i] = Markers.IsMarker(_text[i]) || (i > 0 && Markers.IsMarker(_text[i - 1]))
                ? CutQuality.Torn
                : CutQuality.Character;
        }

        for (var i = 1; i < _text.Length; i++)
        {
            if (char.IsLowSurrogate(_text[i]) && char.IsHighSurrogate(_text[i - 1]))
                _quality[i] = CutQuality.Never;
        }
    }

    private void JudgeSpaces()
    {
        for (var i = 1; i < _text.Length; i++)
        {
            if (char.IsWhiteSpace(_text[i - 1]))
                _quality[i] = CutQuality.Never;
            else if (char.IsWhiteSpace(_text[i]))
                _quality[i] = Sentences.Judge(_text, i, SpaceEnd(i));
        }
    }

    private int SpaceEnd(int from)
    {
        while (from < _text.Length && char.IsWhiteSpace(_text[from]))
            from++;
        return from;
    }

    private void JudgeRuns()
    {
        foreach (var run in _runs)
        {
            for (var c = run.Open + 1; c < run.End; c++)
            {
                if (c <= run.Start || c >= run.Close || Next(c) >= run.Close || Touches(run.Marker[0], c))
                    _quality[c] = CutQuality.Never;
                _closing[c] += (byte)run.Marker.Length;
            }

            if (run.IsCode)
                Tighten(run.Open, run.End);
        }
    }

    // The sign that closes or opens the run again would join one that stands for itself.
    private bool Touches(char sign, int at) => _text[at - 1] == sign || _text[Next(at)] == sign;

    private void Tighten(int from, int to)
    {
        for (var c = from + 1; c < to; c++)
        {
            if (_quality[c] is CutQuality.Paragraph or CutQuality.Line)
                _quality[c] = CutQuality.CodeLine;
            else if (_quality[c] is CutQuality.Sentence or CutQuality.Word)
                _quality[c] = CutQuality.TightWord;
        }
    }

    private Cut Describe(int at)
    {
        var open = _runs.Where(r => r.Start < at && at < r.Close).Select(r => r.Marker).ToArray();
        var next = Next(at);
        var line = _text.LastIndexOf('\n', at - 1) + 1;
        var quoted = !_text.AsSpan(at, next - at).Contains('\n') && _text.AsSpan(line).StartsWith("> ");
        return new Cut(at, next, string.Concat(open.Reverse()), (quoted ? "> " : "") + string.Concat(open));
    }

    // The space at a cut goes; the indentation of the next line stays.
    private int Next(int at)
    {
        var end = SpaceEnd(at);
        var line = end > at ? _text.LastIndexOf('\n', end - 1, end - at) : -1;
        return line < 0 ? end : line + 1;
    }
}
