namespace Twiga.Application.Documents;

/// <summary>Raised and lowered characters, as far as Unicode has them.</summary>
internal static class Scripts
{
    private const string Raisable = "0123456789+-\u2212=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδθ′″";
    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᶿ′″";
    private const string Lowerable = "0123456789+-\u2212=()aehijklmnoprstuvxβγρφχ";
    private const string Lowered = "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ";

    public static string Raise(string text) => TryRaise(text) ?? (text.Length == 1 ? "^" + text : $"^({text})");

    public static string Lower(string text) => TryLower(text) ?? (IsWord(text) ? "_" + text : $"_({text})");

    public static string? TryRaise(string text) => Map(text, Raisable, Raised);

    public static string? TryLower(string text) => Map(text, Lowerable, Lowered);

    private static bool IsWord(string text) => text.Length == 1 || text.All(char.IsLetterOrDigit);

    private static string? Map(string text, string from, string to)
    {
        var mapped = text.Replace(" ", "").Select(c => (Found: from.IndexOf(c), c)).ToArray();
        return mapped.Length == 0 || mapped.Any(m => m.Found < 0)
            ? null
            : string.Concat(mapped.Select(m => to[m.Found]));
    }
}
