using System.Text.RegularExpressions;

namespace Twiga.Application.Onboarding;

/// <summary>Goes through what she typed from left to right and says what each piece is.</summary>
internal sealed partial class ClassMarks(ClassVocabulary words, bool subjectsAreKnown)
{
    private readonly List<Mark> _marks = [];
    private string[] _tokens = [];
    private int _at;

    public static string[] Tokens(string text) => [.. Token().Matches(Tidy(text)).Select(m => m.Value)];

    public IReadOnlyList<Mark> Of(string text)
    {
        _tokens = Tokens(text);
        while (_at < _tokens.Length)
        {
            if (!(TakeLevel() || TakeSubject() || TakeStage() || TakeBareYear() || TakeBreak()))
                _marks.Add(new Other(_tokens[_at], ClassVocabulary.IsFiller(_tokens[_at++])));
        }

        return _marks;
    }

    private bool TakeLevel()
    {
        if (ClassVocabulary.Level(_tokens, _at) is not { } level)
            return false;

        _at += level.Length;
        _marks.AddRange(level.Years.Select(y => new InYear(false, y)));
        return true;
    }

    private bool TakeSubject()
    {
        if (words.Subject(_tokens, _at) is not { } subject)
            return false;

        _marks.Add(new Named(subject.Keys, string.Join(' ', _tokens[_at..(_at + subject.Length)])));
        _at += subject.Length;
        return true;
    }

    private bool TakeStage()
    {
        // "second form": the number comes first
        if (words.Ordinal(_tokens, _at) is { } ordinal && words.Stage(_tokens, _at + 1) is { } after
            && words.Year(_tokens, _at + 1 + after.Length) is null)
        {
            _at += 1 + after.Length;
            _marks.Add(new InYear(after.IsPrimary, ordinal));
            return true;
        }

        if (words.Stage(_tokens, _at) is not { } stage)
            return false;

        var first = SkipLinks(_at + stage.Length);
        if (words.Year(_tokens, first) is not { } year)
            return false;

        _at = first + 1;
        AddYears(stage.IsPrimary, year);
        return true;
    }

    // "geo 3 na 4", or only "3 na 4" where she was asked about a subject
    private bool TakeBareYear()
    {
        var expected = _marks.OfType<Named>().Any() || subjectsAreKnown;
        if (!expected || !IsNumeral(_tokens[_at]) || words.Year(_tokens, _at) is not { } year)
            return false;

        var before = _marks.LastOrDefault(m => m is not Break { Strength: not Strength.Stop });
        if (!subjectsAreKnown && before is not (Named or InYear))
            return false;

        _at++;
        AddYears(null, year);
        return true;
    }

    private void AddYears(bool? isPrimary, int year)
    {
        _marks.Add(new InYear(isPrimary, year));
        SkipStream();
        while (Next(year) is { } next)
        {
            _at = next.At + 1;
            foreach (var y in next.Years)
                _marks.Add(new InYear(isPrimary, y));
            year = next.Years[^1];
            SkipStream();
        }
    }

    /// <summary>A further year of the same stage: "1, 2 na 3", "1-4", "cha kwanza na cha pili".</summary>
    private (int At, int[] Years)? Next(int last)
    {
        var at = _at;
        var isRange = at < _tokens.Length && ClassVocabulary.IsUntil(_tokens[at]);
        while (at < _tokens.Length && (ClassVocabulary.IsUntil(_tokens[at]) || ClassVocabulary.IsList(_tokens[at])))
            at++;
        at = SkipLinks(at);
        if (isRange && words.Stage(_tokens, at) is { } again)
            at = SkipLinks(at + again.Length);
        if (words.Year(_tokens, at) is not { } year || _tokens[at] == "i")
            return null;
        if (words.Stage(_tokens, at + 1) is { } own && words.Year(_tokens, at + 1 + own.Length) is null)
            return null;

        return isRange && year > last ? (at, [.. Enumerable.Range(last + 1, year - last)]) : (at, [year]);
    }

    private int SkipLinks(int at)
    {
        while (at < _tokens.Length && ClassVocabulary.IsLink(_tokens[at]))
            at++;
        return at;
    }

    // "2A", "3 b": which stream it is makes no difference
    private void SkipStream()
    {
        if (_at < _tokens.Length && _tokens[_at] is "a" or "b" or "c" or "d" or "e" && ClassVocabulary.Level(_tokens, _at) is null)
            _at++;
    }

    private bool TakeBreak()
    {
        Strength? strength = _tokens[_at] switch
        {
            "\n" or ";" or "." or "•" or "*" => Strength.Stop,
            "," or ":" or "(" or ")" or "|" or "-" or "–" or "—" => Strength.Comma,
            _ when ClassVocabulary.IsList(_tokens[_at]) => Strength.And,
            _ => null,
        };
        if (strength is null)
            return false;

        _at++;
        if (_marks is [.., Break last])
            _marks[^1] = last with { Strength = (Strength)Math.Max((int)last.Strength, (int)strength) };
        else
            _marks.Add(new Break(strength.Value));
        return true;
    }

    private static bool IsNumeral(string token) => char.IsAsciiDigit(token[0]) || token is "ii" or "iii" or "iv" or "vi";

    // "f.2" and "form-2" are one thing, "2nd" is 2
    private static string Tidy(string text) =>
        Ending().Replace(Joint().Replace(Medium().Replace(text.ToLowerInvariant().Replace('’', '\''), ""), "$1 "), "");

    [GeneratedRegex(@"\b(?:english|kiswahili|swahili)[\s\-]+medium\b")]
    private static partial Regex Medium();

    [GeneratedRegex(@"\p{L}+(?:'\p{L}+)*|\d+|[,;:.\n&+/\-–—()|•*]")]
    private static partial Regex Token();

    [GeneratedRegex(@"(\p{L})[.\-](?=\s?\d)")]
    private static partial Regex Joint();

    [GeneratedRegex(@"(?<=\d)(?:st|nd|rd|th)\b")]
    private static partial Regex Ending();
}
