namespace Twiga.Infrastructure.Typesetting;

internal static class Aligned
{
    /// <summary>Lines of LaTeX as one formula, which keeps their signs of alignment.</summary>
    public static string Join(IReadOnlyList<string> latex) =>
        latex.Count == 1 && !latex[0].Contains('&')
            ? latex[0]
            : $@"\begin{{aligned}}{string.Join(@" \\ ", latex)}\end{{aligned}}";
}
