using System.Text;

namespace Twiga.Infrastructure.Reading.Pdf;

/// <summary>Plain letters for those that have code points of their own; the runtime folds them only where ICU is at hand.</summary>
internal static class Letters
{
    private const string Greek = "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡϴΣΤΥΦΧΨΩ∇αβγδεζηθικλμνξοπρςστυφχψω∂ϵϑϰϕϱϖ";
    private static readonly string[] Ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];

    public static bool IsMaths(Rune rune) => rune.Value is >= 0x1d400 and <= 0x1d7ff;

    public static string Plain(string text)
    {
        if (text.All(char.IsAscii))
            return text;

        var plain = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
            plain.Append(Plain(rune));
        return plain.ToString();
    }

    private static string Plain(Rune rune) => rune.Value switch
    {
        >= 0x1d400 and < 0x1d6a4 and var v => Latin((v - 0x1d400) % 52),
        0x1d6a4 => "i",
        0x1d6a5 => "j",
        >= 0x1d6a8 and < 0x1d7cc and var v => Greek[(v - 0x1d6a8) % 58].ToString(),
        >= 0x1d7ce and <= 0x1d7ff and var v => ((v - 0x1d7ce) % 10).ToString(),
        0x210e => "h",
        0x2113 => "l",
        0x212f => "e",
        0x210a => "g",
        0x2134 => "o",
        >= 0xfb00 and <= 0xfb06 and var v => Ligatures[v - 0xfb00],
        _ => rune.ToString(),
    };

    private static string Latin(int place) => ((char)(place < 26 ? 'A' + place : 'a' + place - 26)).ToString();
}
