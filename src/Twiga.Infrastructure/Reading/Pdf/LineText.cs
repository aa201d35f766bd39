using System.Text;

namespace Twiga.Infrastructure.Reading.Pdf;

/// <summary>Writes a line's letters as words, and what is a formula between dollar signs.</summary>
internal static class LineText
{
    private const string Lowered = "₀₁₂₃₄₅₆₇₈₉";
    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <param name="glyphs">From left to right.</param>
    /// <param name="level">The line's baseline.</param>
    /// <param name="size">The size of most of its letters.</param>
    public static string Of(IReadOnlyList<Glyph> glyphs, double level, double size)
    {
        var words = Words(glyphs, size);
        var text = new StringBuilder();
        for (var i = 0; i < words.Count;)
        {
            var end = i;
            while (end < words.Count && IsFormula(words[end]))
                end++;
            var (isFormula, part) = end > i ? (true, words[i..end]) : (false, [words[i]]);
            text.Append(text.Length > 0 ? " " : "").Append(isFormula ? Formula([.. part.SelectMany(w => w)]) : Mixed(part[0], level, size));
            i += part.Count;
        }

        return text.ToString().Replace("$ $", " ");
    }

    private static List<List<Glyph>> Words(IReadOnlyList<Glyph> glyphs, double size)
    {
        var hasSpaces = glyphs.Any(g => g.IsSpace) || glyphs.Count < 12;
        var words = new List<List<Glyph>>();
        Glyph? last = null;
        foreach (var glyph in glyphs)
        {
            if (glyph.IsSpace)
            {
                last = null;
                continue;
            }

            var gap = last is { } l ? glyph.Left - l.Right : double.MaxValue;
            var areBothMaths = last?.IsMaths == true && glyph.IsMaths;
            if (gap > (areBothMaths ? 2 : hasSpaces ? 0.55 : 0.2) * size)
                words.Add([]);
            words[^1].Add(glyph);
            last = glyph;
        }

        return words;
    }

    private static bool IsFormula(List<Glyph> word) => word.TrueForAll(g => g.IsMaths) && word.Exists(g => Matters(g.Text));

    private static string Formula(IReadOnlyList<Glyph> glyphs) => $"${FormulaWriter.Latex(glyphs)}$";

    /// <summary>Letters of a text font with those of a formula among them, as in "(x)," or "2x".</summary>
    private static string Mixed(List<Glyph> word, double level, double size)
    {
        var text = new StringBuilder();
        for (var i = 0; i < word.Count;)
        {
            var end = i;
            while (end < word.Count && word[end].IsMaths)
                end++;
            if (end > i && word[i..end].Exists(g => Matters(g.Text)))
            {
                while (i > 0 && end > i && text.Length > 0 && char.IsAsciiDigit(text[^1]) && char.IsAsciiDigit(word[i - 1].Text[0]))
                    (text.Length, i) = (text.Length - 1, i - 1);
                text.Append(Formula(word[i..end]));
                i = end;
            }
            else
            {
                text.Append(Plain(word[i], level, size));
                i++;
            }
        }

        return text.ToString();
    }

    private static string Plain(Glyph glyph, double level, double size)
    {
        var text = glyph.Text is "\u00ad" ? "-" : Letters.Plain(glyph.Text);
        return text.Length == 1 && char.IsAsciiDigit(text[0]) && FormulaWriter.IsScript(glyph, level, size)
            ? (glyph.Base > level ? Raised : Lowered)[text[0] - '0'].ToString()
            : text;
    }

    /// <summary>A bullet or a comma of a symbol font is no formula.</summary>
    private static bool Matters(string text) => text is not ("•" or "·" or "∙" or "\uf0b7" or "," or "." or "…" or "–" or "—" or "○" or "▪" or "■");
}
