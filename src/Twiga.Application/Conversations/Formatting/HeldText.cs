using System.Text;
using Twiga.Application.Documents;

namespace Twiga.Application.Conversations;

/// <summary>
/// Markdown in which each line of each formula is one private character, so that a parser of Markdown sees no stars
/// and strokes in it, and nothing can be cut or styled halfway.
/// </summary>
internal sealed class HeldText
{
    private const char First = '\uE000';
    private const char Last = '\uF8FF';
    private readonly List<Held> _held = [];

    private HeldText(string markdown)
    {
        var text = new StringBuilder(markdown.Length);
        var at = 0;
        foreach (var found in MathFinder.Find(markdown))
        {
            Copy(text, markdown.AsSpan(at, found.Start - at));
            Hold(text, found, markdown);
            at = found.End;
        }

        Copy(text, markdown.AsSpan(at));
        Markdown = text.ToString();
    }

    public string Markdown { get; }

    public static HeldText From(string markdown) => new(markdown);

    public static bool IsHeld(char c) => c is >= First and <= Last;

    /// <summary>Puts the formulas back, printed.</summary>
    public FormattedText Release(string text)
    {
        var shown = new StringBuilder(text.Length);
        var formulas = new List<Formula>();
        foreach (var c in text)
        {
            var held = IsHeld(c) && c - First < _held.Count ? _held[c - First] : null;
            if (held is null)
            {
                shown.Append(c);
                continue;
            }

            shown.Append(held.Text);
            if (held.Latex is not null)
                formulas.Add(new Formula(held.Latex, (shown.Length - held.Text.Length)..shown.Length, held.NeedsPicture));
        }

        return new FormattedText(Guard(shown.ToString(), formulas), formulas);
    }

    private void Hold(StringBuilder text, FoundMaths found, string markdown)
    {
        var printed = MathText.From(found.Latex);
        var lines = printed.Text.Split('\n');
        if (_held.Count + lines.Length > Last - First)
        {
            Copy(text, markdown.AsSpan(found.Start, found.End - found.Start));
            return;
        }

        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
                text.Append('\n');
            Add(text, new Held(lines[i], found.Latex, printed.NeedsPicture));
        }
    }

    // Private characters that came with the text stand for themselves.
    private void Copy(StringBuilder text, ReadOnlySpan<char> plain)
    {
        foreach (var c in plain)
        {
            if (!IsHeld(c))
                text.Append(c);
            else if (_held.Count < Last - First)
                Add(text, new Held(c.ToString(), null, false));
            else
                text.Append('\uFFFD');
        }
    }

    private void Add(StringBuilder text, Held held)
    {
        text.Append((char)(First + _held.Count));
        _held.Add(held);
    }

    // A formula's own signs never begin a style.
    private static string Guard(string text, List<Formula> formulas)
    {
        if (formulas.Count == 0)
            return text;
        var signs = text.ToCharArray();
        foreach (var formula in formulas)
        {
            for (var i = formula.Place.Start.Value; i < formula.Place.End.Value; i++)
            {
                if (signs[i] is not Markers.Italic)
                    signs[i] = Markers.Double(signs[i]);
            }
        }

        text = new string(signs);
        foreach (var run in WhatsAppMarkup.Read(text).Where(r => r.Marker[0] == Markers.Italic))
        {
            if (formulas.Any(f => Holds(f, run.Open) || Holds(f, run.Close)))
                signs[run.Open] = signs[run.Close] = Markers.Double(Markers.Italic);
        }

        return new string(signs);
    }

    private static bool Holds(Formula formula, int at) =>
        at >= formula.Place.Start.Value && at < formula.Place.End.Value;

    private sealed record Held(string Text, string? Latex, bool NeedsPicture);
}
