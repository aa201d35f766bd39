namespace Twiga.Application.Conversations;

/// <summary>The signs of WhatsApp's markup, which has no escape: where one must be read as itself, its double stands in.</summary>
internal static class Markers
{
    public const char Bold = '*';
    public const char Italic = '_';
    public const char Strike = '~';
    public const char Code = '`';
    public const string CodeBlock = "```";

    public static bool IsMarker(char c) => c is Bold or Italic or Strike or Code;

    public static char Double(char marker) => marker switch
    {
        Bold => '\u2217',
        Italic => '\u02CD',
        Strike => '\u223C',
        Code => '\u02CB',
        _ => marker,
    };

    public static char For(TextStyle style) => style switch
    {
        TextStyle.Bold => Bold,
        TextStyle.Italic => Italic,
        TextStyle.Strike => Strike,
        _ => Code,
    };

    /// <summary>WhatsApp reads a marker only where no letter or digit touches it from outside.</summary>
    public static bool IsWord(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || HeldText.IsHeld(c);
}
