namespace Twiga.Application.Documents;

/// <summary>Reads school LaTeX into a tree; whatever it does not know stays in it as words.</summary>
public sealed class LatexParser
{
    private const int Deepest = 60;
    private readonly LatexReader _reader;
    private int _depth;

    private LatexParser(string latex, int depth) => (_reader, _depth) = (new LatexReader(latex), depth);

    internal LatexReader Reader => _reader;

    public static MathNode Parse(string latex) => new LatexParser(latex, depth: 0).All();

    /// <summary>Reads a piece of the source, as deep as the place where it stands.</summary>
    internal MathNode Inner(string latex) => new LatexParser(latex, _depth + 1).All();

    private MathNode All()
    {
        if (_depth > Deepest)
            return new MathNode.Words(_reader.Rest());
        var items = new List<MathNode>();
        while (!_reader.Ended)
        {
            items.AddRange(Items(() => false));
            // What closes here was never opened.
            if (_reader.Current is '}' or '&')
                _reader.At++;
            else if (!_reader.Ended)
                _reader.Command();
        }

        return new MathNode.Row(items);
    }

    /// <summary>Everything up to what ends a group or what the caller waits for; that itself stays unread.</summary>
    internal MathNode Until(Func<bool> ends)
    {
        if (++_depth > Deepest)
        {
            _depth--;
            return new MathNode.Words(_reader.Rest());
        }

        var items = Items(ends);
        _depth--;
        return items.Count == 1 ? items[0] : new MathNode.Row(items);
    }

    private List<MathNode> Items(Func<bool> ends)
    {
        var items = new List<MathNode>();
        while (!_reader.Ended && _reader.Current is not ('}' or '&') && !_reader.StandsCommand("right")
            && !_reader.StandsCommand("end") && !ends())
        {
            if (_reader.StandsCommand("over"))
            {
                _reader.Command();
                return [new MathNode.Fraction(new MathNode.Row(items), Until(ends))];
            }

            if (Atom() is { } atom)
                items.Add(WithScripts(atom));
        }

        return items;
    }

    /// <summary>An argument: a group, a command, or one character.</summary>
    internal MathNode Argument(bool wholeNumber = false)
    {
        _reader.SkipSpace();
        if (_reader.Ended || _reader.Current is '}' or '&')
            return MathNode.Nothing;
        if (_reader.Current is '{' or '\\')
            return Atom() ?? MathNode.Nothing;
        if (!wholeNumber)
            return LatexCharacters.Read(_reader.Current, _reader);
        // 10^-3 and x^12 are not LaTeX's way, but everybody's.
        var sign = _reader.Current is '-' or '+' && char.IsDigit(_reader.After)
            ? LatexCharacters.Read(_reader.Current, _reader)
            : null;
        var value = char.IsDigit(_reader.Current)
            ? new MathNode.Symbol(_reader.Number(), MathKind.Number)
            : LatexCharacters.Read(_reader.Current, _reader);
        return sign is null ? value : new MathNode.Row([sign, value]);
    }

    internal MathNode? Optional()
    {
        var raw = _reader.Raw('[', ']');
        return raw is null ? null : Inner(raw);
    }

    private MathNode? Atom()
    {
        switch (_reader.Current)
        {
            case '{':
                return Group();
            case '\\':
                return LatexCommands.Read(this, _reader.Command());
            case '^' or '_' or '\'':
                return WithScripts(MathNode.Nothing);
            case '%':
                _reader.At++;
                return new MathNode.Symbol("%", MathKind.Ordinary);
            case var digit when char.IsDigit(digit):
                return new MathNode.Symbol(_reader.Number(), MathKind.Number);
            case var space when char.IsWhiteSpace(space):
                _reader.SkipSpace();
                return new MathNode.Gap();
            case var other:
                return LatexCharacters.Read(other, _reader);
        }
    }

    private MathNode Group()
    {
        _reader.At++;
        var body = Until(() => false);
        while (!_reader.Ended && _reader.Current != '}')
        {
            if (_reader.Current == '&')
                _reader.At++;
            else
                _reader.Command();
            body = new MathNode.Row([body, Until(() => false)]);
        }

        _reader.At++;
        return body;
    }

    private MathNode WithScripts(MathNode body)
    {
        MathNode? below = null, above = null;
        while (true)
        {
            var back = _reader.At;
            _reader.SkipSpace();
            switch (_reader.Current)
            {
                case '^' when !_reader.Ended:
                    _reader.At++;
                    above = Join(above, Argument(wholeNumber: true));
                    break;
                case '_' when !_reader.Ended:
                    _reader.At++;
                    below = Join(below, Argument(wholeNumber: true));
                    break;
                case '\'':
                    _reader.At++;
                    above = Join(above, new MathNode.Symbol("′", MathKind.Ordinary));
                    break;
                case '\\' when _reader.StandsCommand("limits") || _reader.StandsCommand("nolimits"):
                    _reader.Command();
                    break;
                default:
                    _reader.At = back;
                    return below is null && above is null ? body : new MathNode.Script(body, below, above);
            }
        }
    }

    private static MathNode Join(MathNode? first, MathNode second) =>
        first is null ? second : new MathNode.Row([first, second]);
}
