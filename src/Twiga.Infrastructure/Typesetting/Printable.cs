using System.Text;

namespace Twiga.Infrastructure.Typesetting;

internal static class Printable
{
    /// <summary>Without control characters, which mean nothing on paper; half a surrogate pair becomes U+FFFD.</summary>
    public static string Only(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || !Rune.IsControl(rune))
                kept.Append(rune.ToString());
        }

        return kept.ToString();
    }
}
