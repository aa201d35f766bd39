using System.Text.RegularExpressions;

namespace Twiga.Infrastructure.Reading.Pdf;

/// <summary>The sign before a list item: a dot, "1.", "(a)".</summary>
/// <param name="Style">'-' for a dot, '1' for numbers, 'a' for letters, 'i' for Roman numbers.</param>
internal sealed record Marker(char Style, int Value, string Label, string Rest, double TextLeft)
{
    public bool IsFirst => Style == '-' || Value == 1;
}

internal static partial class ListMarkers
{
    private static readonly string[] Roman = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

    /// <returns>All that the beginning of the line may be: "i." is a letter and a Roman number.</returns>
    public static IReadOnlyList<Marker> Of(Line line)
    {
        if (line.HasDot)
            return [new Marker('-', 1, "- ", line.Text, line.Left)];
        if (Bullet().Match(line.Text) is { Success: true } bullet)
            return [new Marker('-', 1, "- ", line.Text[bullet.Length..], line.LeftAfter(1))];
        if (Numbered().Match(line.Text) is not { Success: true } match)
            return [];

        var (sign, label) = (match.Groups["sign"].Value, match.Value.Trim() + " ");
        var (rest, left) = (line.Text[match.Length..], line.LeftAfter(match.Value.Trim().Length));
        if (int.TryParse(sign, out var number))
            return [new Marker('1', number, label, rest, left)];

        var found = new List<Marker>();
        if (sign.Length == 1)
            found.Add(new Marker(char.IsUpper(sign[0]) ? 'A' : 'a', char.ToLowerInvariant(sign[0]) - 'a' + 1, label, rest, left));
        if (Array.IndexOf(Roman, sign) is > 0 and var roman)
            found.Add(new Marker('i', roman, label, rest, left));
        return found;
    }

    [GeneratedRegex(@"^[•▪■○●◦‣∙·\uf0b7\uf0a7❖➢✓*–—-]\s+(?=\S)")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^\(?(?<sign>\d{1,2}|[a-zA-Z]|[ivx]{2,4})[.)]\s+(?=\S)")]
    private static partial Regex Numbered();
}
