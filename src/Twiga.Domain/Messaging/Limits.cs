using System.Globalization;
using System.Text;

namespace Twiga.Domain.Messaging;

/// <summary>WhatsApp's limits, in characters and pieces (Meta; whatsapp.md, section 4).</summary>
public static class Limits
{
    public const int Text = 4096;
    public const int Body = 1024;
    public const int Footer = 60;
    public const int Buttons = 3;
    public const int ButtonTitle = 20;
    public const int ButtonId = 256;
    public const int Rows = 10;
    public const int RowTitle = 24;
    public const int RowDescription = 72;
    public const int RowId = 200;
    public const int SectionTitle = 24;
    public const int FlowButton = 30;
    public const int FileName = 240;
    public const int TemplateName = 512;
    public const int LanguageCode = 16;

    internal static void Required(string? text, int longest, string what)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw new DomainException($"{what} is missing.");
        Optional(text, longest, what);
    }

    internal static void Optional(string? text, int longest, string what)
    {
        if (text?.Length > longest)
            throw new DomainException($"{what} has {text.Length} characters; WhatsApp takes {longest}.");
    }

    internal static void Count(int count, int most, string what)
    {
        if (count < 1 || count > most)
            throw new DomainException($"A message has 1 to {most} {what}; here are {count}.");
    }

    internal static void Different(IEnumerable<string> texts, string what)
    {
        if (texts.GroupBy(t => t).Any(same => same.Count() > 1))
            throw new DomainException($"{what} differ from each other.");
    }

    internal static void Plain(string text, string what)
    {
        if (text.AsSpan().ContainsAny("*_~`") || text.EnumerateRunes().Any(IsEmoji))
            throw new DomainException($"{what} has neither emoji nor markup.");
    }

    private static bool IsEmoji(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol || rune.Value is 0xFE0F or 0x200D;
}
