using System.Text.RegularExpressions;

namespace Twiga.Infrastructure.Reading;

/// <summary>Tells captions of figures by how they begin.</summary>
internal static partial class Captions
{
    public static bool IsFigure(string text) => Figure().IsMatch(text);

    [GeneratedRegex(@"^(Figure|Fig\.|Kielelezo|Mchoro|Picha)\s+(na\.?\s+)?\d+(\.\d+)*[.:]?\s", RegexOptions.IgnoreCase)]
    private static partial Regex Figure();
}
