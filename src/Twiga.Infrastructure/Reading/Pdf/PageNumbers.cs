using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace Twiga.Infrastructure.Reading.Pdf;

/// <summary>Finds the number that readers see on each page: the file's labels, what is printed, or the place in the file.</summary>
internal static class PageNumbers
{
    /// <summary>The labels of the pages by index from 1; null where the file has none, 0 where a label is no plain number.</summary>
    public static int[]? Labels(PdfDocument document)
    {
        var catalog = document.Structure.Catalog.CatalogDictionary;
        if (!catalog.TryGet(NameToken.Create("PageLabels"), out var token) || Resolve(document, token) is not DictionaryToken tree)
            return null;

        var ranges = Ranges(document, tree, 0).OrderBy(r => r.Start).ToList();
        var labels = new int[document.NumberOfPages + 1];
        foreach (var (start, first, isPlain) in ranges)
        {
            for (var page = start + 1; page < labels.Length; page++)
                labels[page] = isPlain ? first + page - start - 1 : 0;
        }

        return ranges.Exists(r => r.IsPlain) ? labels : null;
    }

    public static void Set(IReadOnlyList<PageLines> pages, bool hasLabels)
    {
        var shifts = pages.Where(p => p.Printed is not null).CountBy(p => p.Sheet.Index - p.Printed!.Value).ToList();
        var shift = shifts.Count > 0 ? shifts.MaxBy(s => s.Value) : default;
        var isSure = shift.Value >= 3 && shift.Value >= 0.6 * shifts.Sum(s => s.Value);
        foreach (var page in pages)
        {
            var number = hasLabels ? page.Sheet.Label : page.Sheet.Index - (isSure ? shift.Key : 0);
            page.Number = number > 0 ? number : null;
        }
    }

    private static IEnumerable<(int Start, int First, bool IsPlain)> Ranges(PdfDocument document, DictionaryToken tree, int depth)
    {
        if (depth < 8 && Array(document, tree, "Kids") is { } kids)
        {
            foreach (var kid in kids.Select(k => Resolve(document, k)).OfType<DictionaryToken>().SelectMany(k => Ranges(document, k, depth + 1)))
                yield return kid;
        }

        foreach (var pair in (Array(document, tree, "Nums") ?? []).Chunk(2).Where(p => p.Length == 2))
        {
            if (pair[0] is NumericToken start && Resolve(document, pair[1]) is DictionaryToken range)
                yield return (start.Int, Number(range, "St") ?? 1, IsPlain(range));
        }
    }

    private static bool IsPlain(DictionaryToken range) =>
        range.TryGet(NameToken.Create("S"), out var style) && style is NameToken { Data: "D" }
        && !range.TryGet(NameToken.Create("P"), out _);

    private static int? Number(DictionaryToken range, string name) =>
        range.TryGet(NameToken.Create(name), out var value) && value is NumericToken number ? number.Int : null;

    private static IReadOnlyList<IToken>? Array(PdfDocument document, DictionaryToken of, string name) =>
        of.TryGet(NameToken.Create(name), out var token) ? (Resolve(document, token) as ArrayToken)?.Data : null;

    private static IToken? Resolve(PdfDocument document, IToken token) =>
        token is IndirectReferenceToken reference ? document.Structure.GetObject(reference.Data)?.Data : token;
}
