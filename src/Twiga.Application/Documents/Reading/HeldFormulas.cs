using System.Text;
using Twiga.Domain.Documents;

namespace Twiga.Application.Documents;

/// <summary>Markdown in which each formula is one private character, so that no star or stroke of it is markup.</summary>
internal sealed class HeldFormulas
{
    private const char First = '\uE000';
    private const char Last = '\uF8FF';
    private const char Replacement = '\uFFFD';
    private readonly List<string> _latex = [];
    private readonly HashSet<int> _displayed = [];

    private HeldFormulas(string markdown)
    {
        var text = new StringBuilder(markdown.Length);
        var at = 0;
        foreach (var found in MathFinder.Find(markdown))
        {
            if (_latex.Count > Last - First)
                break;
            Copy(text, markdown.AsSpan(at, found.Start - at));
            if (IsDisplayed(markdown.AsSpan(found.Start)))
                _displayed.Add(_latex.Count);
            text.Append((char)(First + _latex.Count));
            _latex.Add(found.Latex.Trim());
            at = found.End;
        }

        Copy(text, markdown.AsSpan(at));
        Markdown = text.ToString();
    }

    public string Markdown { get; }

    public static HeldFormulas From(string markdown) => new(markdown);

    /// <summary>The pieces of a stretch of plain text.</summary>
    public IEnumerable<Inline> Release(string text)
    {
        var from = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (Index(text[i]) is not { } held)
                continue;
            if (i > from)
                yield return new Words(text[from..i]);
            yield return new Maths(_latex[held]);
            from = i + 1;
        }

        if (from < text.Length)
            yield return new Words(text[from..]);
    }

    /// <summary>As it was written, for where formulas are none.</summary>
    public string Source(string text) =>
        string.Concat(text.Select(c => Index(c) is { } held ? $"${_latex[held]}$" : c.ToString()));

    /// <summary>The formulas of a paragraph that holds nothing else and sets them apart; null for any other.</summary>
    public IReadOnlyList<string>? Alone(string text)
    {
        var held = text.Where(c => !char.IsWhiteSpace(c)).Select(Index).ToList();
        return held.Count > 0 && held.All(h => h is { } index && _displayed.Contains(index))
            ? [.. held.Select(h => _latex[h!.Value])]
            : null;
    }

    private int? Index(char c) => c is >= First and <= Last && c - First < _latex.Count ? c - First : null;

    private static bool IsDisplayed(ReadOnlySpan<char> source) =>
        source.StartsWith("$$") || source.StartsWith(@"\[") || source.StartsWith(@"\begin");

    // Private characters that came with the text mean nothing.
    private static void Copy(StringBuilder text, ReadOnlySpan<char> plain)
    {
        foreach (var c in plain)
            text.Append(c is >= First and <= Last ? Replacement : c);
    }
}
