using System.Text.Json;

namespace Twiga.Tests;

/// <summary>A textbook in three forms, and what is true of it, in the folder shared beside the repository.</summary>
internal static class TextbookFixtures
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    public static string Folder { get; } = Find();

    public static TextbookFacts Facts { get; } =
        JsonSerializer.Deserialize<TextbookFacts>(System.IO.File.ReadAllText(Path.Combine(Folder, "facts.json")), Json)!;

    public static string File(string extension) => Path.Combine(Folder, $"everything-science-grade-10-sample.{extension}");

    private static string Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var folder = Path.Combine(at.FullName, "shared", "fixtures", "textbook");
            if (System.IO.File.Exists(Path.Combine(folder, "facts.json")))
                return folder;
        }

        throw new DirectoryNotFoundException(
            "The folder shared/fixtures/textbook is missing: put shared beside the repository to run these tests.");
    }

    internal sealed record TextbookFacts(
        PdfFacts Pdf,
        IReadOnlyList<ChapterFacts> Chapters,
        IReadOnlyList<SentenceFacts> Sentences,
        IReadOnlyList<SentenceFacts> HyphenatedSentences,
        IReadOnlyList<SpanFacts> SentencesAcrossPages,
        IReadOnlyList<OrderFacts> TwoColumnReadingOrder,
        IReadOnlyList<string> DisplayFormulas,
        IReadOnlyList<TableFacts> Tables);

    internal sealed record PdfFacts(int Pages, IReadOnlyList<string> RunningHeaders);

    internal sealed record ChapterFacts(int Number, string Title, int FirstPage, IReadOnlyList<SectionFacts> Sections);

    internal sealed record SectionFacts(string Title, int Page);

    internal sealed record SentenceFacts(string Text, int Chapter, string Section, int Page);

    internal sealed record SpanFacts(string Text, IReadOnlyList<int> Pages);

    internal sealed record OrderFacts(int Page, IReadOnlyList<string> InOrder);

    internal sealed record TableFacts(int Chapter, int Page, IReadOnlyList<string> FirstRow);
}
