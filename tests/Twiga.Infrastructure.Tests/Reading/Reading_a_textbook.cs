using System.Text.RegularExpressions;
using Twiga.Application.Curriculum;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Teachers;
using Twiga.Infrastructure.Reading;
using Twiga.Tests;

namespace Twiga.Infrastructure.Tests.Reading;

public sealed partial class Reading_a_textbook
{
    private static readonly BookText Pdf = Read(new PdfFormat(), "pdf");
    private static readonly BookText Word = Read(new DocxFormat(), "docx");
    private static readonly BookText Markdown = Read(new MarkdownFormat(), "md");
    private static readonly IReadOnlyList<Passage> FromPdf = Passages(Pdf);
    private static readonly IReadOnlyList<Passage> FromWord = Passages(Word);
    private static readonly IReadOnlyList<Passage> FromMarkdown = Passages(Markdown);

    [Test]
    public void Keeps_nearly_all_words_in_each_form()
    {
        var wanted = Words(MarkdownSource()).CountBy(w => w).ToDictionary();
        foreach (var passages in new[] { FromPdf, FromWord, FromMarkdown })
        {
            var found = passages.SelectMany(p => Words($"{p.Chapter} {p.Section} {p.Text}")).CountBy(w => w).ToDictionary();
            var kept = wanted.Sum(w => Math.Min(w.Value, found.GetValueOrDefault(w.Key)));
            Assert.That(kept / (double)wanted.Values.Sum(), Is.GreaterThan(0.985));
        }
    }

    [Test]
    public void Adds_hardly_any_words_of_its_own()
    {
        var wanted = Words(MarkdownSource()).CountBy(w => w).ToDictionary();
        var found = FromPdf.SelectMany(p => Words(p.Text)).CountBy(w => w).ToDictionary();
        var strange = found.Sum(w => Math.Max(0, w.Value - wanted.GetValueOrDefault(w.Key)));
        Assert.That(strange / (double)found.Values.Sum(), Is.LessThan(0.015));
    }

    [Test]
    public void Drops_running_heads_and_page_numbers()
    {
        var texts = FromPdf.Select(p => Squeezed(p.Text)).ToList();
        foreach (var head in TextbookFixtures.Facts.Pdf.RunningHeaders.Skip(1))
            Assert.That(texts, Has.None.Contains(Squeezed(head)));
        Assert.That(
            Pdf.Blocks.Where(b => b.PageFrom > 3).Select(b => b.Text), Has.None.Matches<string>(t => PageNumber().IsMatch(t!)));
        Assert.That(texts.Skip(1), Has.None.Contains(Squeezed(TextbookFixtures.Facts.Pdf.RunningHeaders[0])));
    }

    [Test]
    public void Knows_the_chapter_the_section_and_the_page_of_each_sentence()
    {
        var facts = TextbookFixtures.Facts;
        var wrong = facts.Sentences.Concat(facts.HyphenatedSentences).Where(s => !FromPdf.Any(p =>
            Folded(p.Text).Contains(Folded(s.Text)) && p.ChapterNumber == s.Chapter && p.Section == s.Section
            && p.PageFrom <= s.Page && p.PageTo >= s.Page)).Select(s => s.Text).ToList();
        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void Joins_sentences_over_page_ends()
    {
        foreach (var sentence in TextbookFixtures.Facts.SentencesAcrossPages)
        {
            var passage = FromPdf.Single(p => Folded(p.Text).Contains(Folded(sentence.Text)));
            Assert.That((passage.PageFrom <= sentence.Pages[0], passage.PageTo >= sentence.Pages[^1]), Is.EqualTo((true, true)));
        }
    }

    [Test]
    public void Says_few_pages_for_a_passage() => Assert.That(FromPdf.Max(p => p.PageTo - p.PageFrom), Is.LessThanOrEqualTo(1));

    [Test]
    public void Finds_chapters_and_sections_on_their_pages()
    {
        var found = Pdf.Blocks.Where(b => b.Kind is BlockKind.Chapter or BlockKind.Section).Select(b => (b.Number, b.Text, b.PageFrom));
        var wanted = TextbookFixtures.Facts.Chapters.SelectMany(c => c.Sections
            .Select(s => ((int?)null, s.Title, (int?)s.Page)).Prepend((c.Number, c.Title, c.FirstPage)));
        Assert.That(found, Is.EqualTo(wanted));
    }

    [Test]
    public void Reads_columns_one_after_the_other()
    {
        foreach (var page in TextbookFixtures.Facts.TwoColumnReadingOrder)
        {
            var text = Folded(string.Join(' ', Pdf.Blocks.Where(b => b.PageFrom == page.Page && b.Kind != BlockKind.Table).Select(b => b.Text)));
            Assert.That(page.InOrder.Select(s => text.IndexOf(Folded(s), StringComparison.Ordinal)), Is.Ordered.And.All.GreaterThanOrEqualTo(0));
        }
    }

    [Test]
    public void Writes_formulas_as_LaTeX_and_cuts_none()
    {
        var formulas = Pdf.Blocks.SelectMany(b => Displayed().Matches(b.Text)).Select(m => Bare(m.Value)).ToList();
        foreach (var formula in TextbookFixtures.Facts.DisplayFormulas)
            Assert.That(formulas, Has.Some.Contains(Bare(formula)), formula);
        Assert.That(FromPdf.Select(p => Bare(p.Text).Split("$$").Length % 2), Is.All.EqualTo(1));
    }

    [Test]
    public void Cuts_no_list_item()
    {
        foreach (var (book, passages) in new[] { (Pdf, FromPdf), (Word, FromWord), (Markdown, FromMarkdown) })
        {
            foreach (var item in book.Blocks.Where(b => b.Kind == BlockKind.ListItem))
                Assert.That(passages.Select(p => p.Text), Has.Some.Contains(item.Text));
        }
    }

    [Test]
    public void Keeps_items_of_lists_and_what_is_below_them_together()
    {
        var items = Pdf.Blocks.Where(b => b.Kind == BlockKind.ListItem).Select(b => Plain(b.Text)).ToList();
        var lost = Markdown.Blocks.Where(b => b.Kind == BlockKind.ListItem && !b.Text.Contains(" | ") && !b.Text.Contains('$'))
            .Select(b => Plain(b.Text)).Where(i => !items.Contains(i)).ToList();
        Assert.That(lost, Has.Count.LessThanOrEqualTo(1));
    }

    [Test]
    public void Keeps_tables_row_by_row()
    {
        foreach (var table in TextbookFixtures.Facts.Tables)
        {
            var first = string.Join(" | ", table.FirstRow.Select(Bare));
            Assert.That(
                FromPdf.Where(p => p.Kind == PassageKind.Table && p.PageFrom == table.Page).Select(p => Bare(p.Text)),
                Has.Some.Contains(Bare(first)));
        }

        Assert.That(FromPdf.Select(p => p.Text), Has.Some.Contains("copper | 1083 | 2567\n"));
    }

    [Test]
    public void Marks_exercises()
    {
        foreach (var passages in new[] { FromPdf, FromWord, FromMarkdown })
        {
            var exercises = passages.Where(p => p.Kind == PassageKind.Exercise).ToList();
            Assert.That(exercises.Select(p => p.Text), Has.Some.Contains("A tennis ball, of mass"));
            Assert.That(exercises.Select(p => p.Text), Has.None.Contains("During a flood"));
            Assert.That(
                passages.Where(p => p.Section == "End of chapter exercises" && p.Kind != PassageKind.Table).Select(p => p.Kind),
                Is.All.EqualTo(PassageKind.Exercise));
        }
    }

    [Test]
    public void Comes_to_the_same_from_every_form()
    {
        var wanted = Sections(FromMarkdown);
        foreach (var passages in new[] { FromPdf, FromWord })
        {
            var found = Sections(passages);
            Assert.That(found.Keys, Is.EqualTo(wanted.Keys));
            foreach (var (section, words) in wanted)
            {
                var shared = words.Sum(w => Math.Min(w.Value, found[section].GetValueOrDefault(w.Key)));
                Assert.That(shared, Is.GreaterThan(0.97 * words.Values.Sum()), section);
                Assert.That(shared, Is.GreaterThan(0.97 * found[section].Values.Sum()), section);
            }
        }
    }

    private static Dictionary<string, Dictionary<string, int>> Sections(IReadOnlyList<Passage> passages) => passages
        .Where(p => p.ChapterNumber is not null)
        .GroupBy(p => $"{p.ChapterNumber} {p.Chapter}, {p.Section}, {p.Kind}")
        .OrderBy(g => g.Key)
        .ToDictionary(g => g.Key, g => g.SelectMany(p => Words(p.Text)).CountBy(w => w).ToDictionary());

    private static BookText Read(IReadFormat format, string extension) =>
        format.Read(File.ReadAllBytes(TextbookFixtures.File(extension)), CancellationToken.None);

    private static IReadOnlyList<Passage> Passages(BookText book) => PassageCutter.Cut(book.Blocks, Language.English);

    private static string MarkdownSource() => File.ReadAllText(TextbookFixtures.File("md"));

    /// <summary>Words in lower case, without formulas.</summary>
    private static IEnumerable<string> Words(string text) =>
        Word_().Matches(Formula().Replace(text, " ")).Select(m => m.Value.ToLowerInvariant());

    private static string Folded(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static string Plain(string text) => string.Concat(Label().Replace(text, "").Where(char.IsLetterOrDigit));

    /// <summary>LaTeX without what two writers of one formula differ in.</summary>
    private static string Bare(string latex) => Layout().Replace(latex.Replace(@"^{\circ}", "°"), "");

    [GeneratedRegex(@"\$\$.*?\$\$|\$[^$]*\$", RegexOptions.Singleline)]
    private static partial Regex Formula();

    [GeneratedRegex(@"\$\$.*?\$\$", RegexOptions.Singleline)]
    private static partial Regex Displayed();

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Word_();

    [GeneratedRegex(@"^\d{1,2}$")]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"(?<=^|\n)\s*([\da-z]{1,2}\.|-)\s")]
    private static partial Regex Label();

    [GeneratedRegex(@"[\s{}$]|\\,|\*|\\text")]
    private static partial Regex Layout();
}
