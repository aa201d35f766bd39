using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Twiga.Application.Documents;

/// <summary>A formula in Markdown: where it stands with its signs, and what stands between them.</summary>
internal readonly record struct FoundMaths(int Start, int End, string Latex);

/// <summary>Finds formulas in Markdown: $x$, $$x$$, \(x\), \[x\], environments, and commands without any signs.</summary>
internal sealed class MathFinder
{
    public const int Longest = 2000;
    private readonly string _text;
    private readonly Queue<SourceSpan> _code;
    private readonly HashSet<string> _absent = [];
    private int _at;

    private MathFinder(string text)
    {
        _text = text;
        _code = new Queue<SourceSpan>(text.Contains('`') || text.Contains("~~~", StringComparison.Ordinal)
            ? MarkdownText.Parse(text).Descendants().Where(d => d is CodeInline or CodeBlock)
                .Select(d => d.Span).OrderBy(s => s.Start)
            : []);
    }

    public static IEnumerable<FoundMaths> Find(string text) => new MathFinder(text).Find();

    private IEnumerable<FoundMaths> Find()
    {
        while (_at < _text.Length)
        {
            if (_code.TryPeek(out var code) && _at >= code.Start)
            {
                _at = Math.Max(_at, code.End + 1);
                _code.Dequeue();
                continue;
            }

            if (Here() is { } found)
            {
                yield return found;
                _at = found.End;
            }
            else
            {
                _at += _text[_at] == '\\' ? 2 : 1;
            }
        }
    }

    private FoundMaths? Here() => _text[_at] switch
    {
        '\\' when Stands(@"\(") => Between(@"\(", @"\)", lines: false),
        '\\' when Stands(@"\[") => Between(@"\[", @"\]", lines: true),
        '\\' => BareLatex.Find(_text, _at),
        '^' or '_' => BareLatex.Script(_text, _at),
        '$' when Stands("$$") => Between("$$", "$$", lines: true),
        '$' => Dollar(),
        _ => null,
    };

    private bool Stands(string what) => string.CompareOrdinal(_text, _at, what, 0, what.Length) == 0;

    private FoundMaths? Between(string open, string close, bool lines)
    {
        var end = Closing(close, _at + 2);
        if (end < 0)
            return null;
        var latex = _text[(_at + 2)..end];
        return latex.Length <= Longest && (lines || !latex.Contains("\n\n", StringComparison.Ordinal))
            && MathsOrMoney.IsMaths(latex)
            ? new FoundMaths(_at, end + close.Length, latex)
            : null;
    }

    private int Closing(string close, int from)
    {
        if (_absent.Contains(close) || from > _text.Length)
            return -1;
        var end = _text.IndexOf(close, from, StringComparison.Ordinal);
        while (end > 0 && close[0] == '\\' && _text[end - 1] == '\\' && (end < 2 || _text[end - 2] != '\\'))
            end = _text.IndexOf(close, end + 1, StringComparison.Ordinal);
        if (end < 0)
            _absent.Add(close);
        return end;
    }

    private FoundMaths? Dollar()
    {
        if (_at + 2 >= _text.Length || char.IsWhiteSpace(_text[_at + 1])
            || (_at > 0 && char.IsLetterOrDigit(_text[_at - 1])))
            return null;
        var end = _at + 1;
        while (end < Math.Min(_text.Length, _at + Longest) && _text[end] != '$')
        {
            if (_text[end] == '\n' && end + 1 < _text.Length && _text[end + 1] == '\n')
                return null;
            end += _text[end] == '\\' ? 2 : 1;
        }

        if (end >= _text.Length || _text[end] != '$' || char.IsWhiteSpace(_text[end - 1])
            || (end + 1 < _text.Length && char.IsDigit(_text[end + 1])))
            return null;
        var latex = _text[(_at + 1)..end];
        return MathsOrMoney.IsMathsInDollars(latex) ? new FoundMaths(_at, end + 1, latex) : null;
    }
}
