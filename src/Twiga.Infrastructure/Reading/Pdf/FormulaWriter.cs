using System.Text;

namespace Twiga.Infrastructure.Reading.Pdf;

/// <summary>Writes the letters of a formula as LaTeX: raised and lowered ones, upright words, signs.</summary>
internal static class FormulaWriter
{
    private static readonly Dictionary<string, string> Signs = Pairs(
        """
        ⋅ \cdot · \cdot × \times ÷ \div ± \pm ∓ \mp − - ∗ * ≤ \leq ≥ \geq ≠ \neq ≈ \approx ≡ \equiv ∝ \propto ∞ \infty
        ∘ \circ ° ^{\circ} → \to ← \leftarrow ⇌ \rightleftharpoons ⇒ \Rightarrow ∑ \sum ∏ \prod ∫ \int √ \sqrt{} ∂ \partial
        ∈ \in ∉ \notin ⊂ \subset ⊆ \subseteq ∪ \cup ∩ \cap ∅ \emptyset ∠ \angle △ \triangle ⊥ \perp ∥ \parallel ′ ' … \ldots
        α \alpha β \beta γ \gamma δ \delta ε \epsilon ϵ \epsilon ζ \zeta η \eta θ \theta ι \iota κ \kappa λ \lambda μ \mu
        µ \mu ν \nu ξ \xi π \pi ρ \rho σ \sigma ς \varsigma τ \tau υ \upsilon φ \phi ϕ \phi χ \chi ψ \psi ω \omega
        Γ \Gamma Δ \Delta ∆ \Delta Θ \Theta Λ \Lambda Ξ \Xi Π \Pi Σ \Sigma Φ \Phi Ψ \Psi Ω \Omega Ω \Omega % \% & \& # \#
        """);

    private static readonly HashSet<string> Functions = ["sin", "cos", "tan", "log", "ln", "lim", "max", "min"];

    public static string Latex(IReadOnlyList<Glyph> glyphs)
    {
        var letters = glyphs.Where(g => !g.IsSpace).OrderBy(g => g.Left).ToList();
        if (letters.Count == 0)
            return "";

        var size = letters.Max(g => g.Size);
        var level = letters.Where(g => g.Size > 0.9 * size).GroupBy(g => Math.Round(g.Base)).MaxBy(g => g.Count())!.First().Base;
        var text = new StringBuilder();
        for (var i = 0; i < letters.Count;)
        {
            var end = i + 1;
            if (IsScript(letters[i], level, size))
            {
                while (end < letters.Count && IsScript(letters[end], level, size))
                    end++;
                AppendScripts(text, letters[i..end], level);
            }
            else if (IsUpright(letters[i]))
            {
                while (end < letters.Count && IsUpright(letters[end]) && !IsScript(letters[end], level, size))
                    end++;
                AppendWords(text, letters[i..end], i > 0 ? letters[i - 1] : null);
            }
            else
            {
                if (i > 0 && letters[i].Left - letters[i - 1].Right > 0.3 * size && char.IsLetter(letters[i].Text[0]))
                    text.Append(@"\,");
                AppendSign(text, letters[i].IsFolded ? letters[i].Text : Letters.Plain(letters[i].Text));
            }

            i = end;
        }

        return text.ToString().Trim();
    }

    /// <summary>Smaller and off the line.</summary>
    public static bool IsScript(Glyph glyph, double level, double size) =>
        glyph.Size < 0.88 * size && Math.Abs(glyph.Base - level) > 0.1 * size;

    private static void AppendScripts(StringBuilder text, List<Glyph> scripts, double level)
    {
        foreach (var (sign, part) in new[] { ('_', scripts.Where(g => g.Base < level)), ('^', scripts.Where(g => g.Base >= level)) })
        {
            if (Latex([.. part]) is { Length: > 0 } inner)
                text.Append(sign).Append('{').Append(inner).Append('}');
        }
    }

    private static void AppendWords(StringBuilder text, List<Glyph> letters, Glyph? before)
    {
        if (before is { } last && letters[0].Left - last.Right > 0.1 * last.Size && (char.IsLetterOrDigit(last.Text[^1]) || last.IsFolded))
            text.Append(@"\,");
        var words = new StringBuilder();
        foreach (var (letter, index) in letters.Select((letter, index) => (letter, index)))
        {
            if (index > 0 && letter.Left - letters[index - 1].Right > 0.15 * letter.Size)
                words.Append(' ');
            words.Append(letter.Text);
        }

        foreach (var (word, index) in words.ToString().Split(' ').Select((word, index) => (word, index)))
            text.Append(index > 0 ? @"\," : "").Append(Functions.Contains(word) ? $@"\{word} " : $@"\text{{{word}}}");
    }

    private static void AppendSign(StringBuilder text, string sign)
    {
        if (Signs.TryGetValue(sign, out var command))
            text.Append(command).Append(command[0] == '\\' && char.IsLetter(command[^1]) ? " " : "");
        else if (sign is "=" or "<" or ">" or "+")
            text.Append(text.Length > 0 && text[^1] != ' ' ? " " : "").Append(sign).Append(' ');
        else
            text.Append(sign);
    }

    private static bool IsUpright(Glyph glyph) => !glyph.IsFolded && glyph.Text.All(char.IsAsciiLetter);

    private static Dictionary<string, string> Pairs(string table)
    {
        var words = table.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Chunk(2).DistinctBy(p => p[0]).ToDictionary(p => p[0], p => p[1]);
    }
}
