using System.Text;

namespace Twiga.Application.Documents;

/// <summary>Prints the formulas and equations of \ce{…}.</summary>
internal sealed class Chemistry
{
    // Longest first.
    private static readonly (string Written, string Shown)[] Arrows =
    [
        ("<=>>", "⇌"), ("<<=>", "⇌"), ("<-->", "⇌"), ("<=>", "⇌"), ("<->", "↔"), ("-->", "→"), ("->", "→"), ("<-", "←"),
    ];

    private readonly string _text;
    private readonly LatexParser _parser;
    private readonly StringBuilder _shown = new();
    private int _at;

    private Chemistry(string text, LatexParser parser) => (_text, _parser) = (text, parser);

    private char Current => _at < _text.Length ? _text[_at] : '\0';

    private char Next => _at + 1 < _text.Length ? _text[_at + 1] : ' ';

    private char Last => _shown.Length == 0 ? ' ' : _shown[^1];

    public static string Print(string text, LatexParser parser) => new Chemistry(text, parser).Print();

    private string Print()
    {
        while (_at < _text.Length)
        {
            if (!Arrow() && !Script() && !Charge() && !Digits())
                Other();
        }

        return _shown.ToString().Trim();
    }

    private bool Arrow()
    {
        foreach (var (written, shown) in Arrows)
        {
            if (string.CompareOrdinal(_text, _at, written, 0, written.Length) != 0)
                continue;
            _at += written.Length;
            Space();
            _shown.Append(shown);
            var reader = new LatexReader(_text) { At = _at };
            while (reader.Current == '[' && reader.Raw('[', ']') is { } remark)
                _shown.Append('(').Append(Print(remark.Trim('{', '}'), _parser)).Append(')');
            _at = reader.At;
            Space();
            return true;
        }

        return false;
    }

    private bool Script()
    {
        if (Current is not ('^' or '_'))
            return false;
        var raised = Current == '^';
        _at++;
        if (raised && Current is '\0' or ' ')
        {
            _shown.Append('↑');
            return true;
        }

        if (Current == '\\')
        {
            var reader = new LatexReader(_text) { At = _at };
            _shown.Append(MathText.Print(_parser.Inner($"{(raised ? "^" : "_")}\\{reader.Command()}")).Trim());
            _at = reader.At;
            while (Current == ' ')
                _at++;
            return true;
        }

        var script = Group() ?? Run();
        _shown.Append(raised ? Scripts.Raise(script) : Scripts.Lower(script));
        return true;
    }

    private string Run()
    {
        var from = _at;
        while (char.IsDigit(Current))
            _at++;
        if (Current is '+' or '-' || (_at == from && _at < _text.Length))
            _at++;
        return _text[from.._at];
    }

    private string? Group()
    {
        var reader = new LatexReader(_text) { At = _at };
        if (Current != '{' || reader.Raw() is not { } raw)
            return null;
        _at = reader.At;
        return MathText.Print(_parser.Inner(raw));
    }

    // The sign in Na+ and Cl-, not the one in A + B or CH3-CH3.
    private bool Charge()
    {
        if (Current is not ('+' or '-') || Last == ' ' || Next is not (' ' or ']' or ')' or '}'))
            return false;
        _shown.Append(Scripts.Raise(Current.ToString()));
        _at++;
        return true;
    }

    private bool Digits()
    {
        if (!char.IsDigit(Current))
            return false;
        var counts = char.IsLetter(Last) || Last is ')' or ']';
        var reader = new LatexReader(_text) { At = _at };
        var number = counts ? reader.Digits() : reader.Number();
        _at += number.Length;
        _shown.Append(counts ? Scripts.Lower(number) : number);
        return true;
    }

    private void Other()
    {
        switch (Current)
        {
            case ' ' or '\n' or '\t':
                Space();
                _at++;
                return;
            case '*' or '.' when Last != ' ':
                _shown.Append('·');
                break;
            case '#':
                _shown.Append('≡');
                break;
            case 'v' when Last == ' ' && Next == ' ':
                _shown.Append('↓');
                break;
            case '$' or '}' or '{':
                break;
            case '\\':
                Command();
                return;
            default:
                _shown.Append(Current);
                break;
        }

        _at++;
    }

    private void Command()
    {
        var reader = new LatexReader(_text) { At = _at };
        var name = reader.Command();
        var group = reader.Raw();
        _shown.Append(MathText.Print(_parser.Inner($"\\{name}{(group is null ? "" : $"{{{group}}}")}")));
        _at = reader.At;
    }

    private void Space()
    {
        if (Last != ' ')
            _shown.Append(' ');
    }
}
