using Twiga.Application.Documents;
using Twiga.Domain.Documents;
using Twiga.Domain.Teachers;

namespace Twiga.Infrastructure.Tests.Typesetting;

internal sealed class Setting_pages
{
    private const int Kilobytes = 1024;
    private const double Millimetre = 72 / 25.4;

    private Press _press = null!;

    [OneTimeSetUp]
    public void Start() => _press = new Press();

    [OneTimeTearDown]
    public void Stop() => _press.Dispose();

    [Test]
    public async Task An_exam_has_its_words_in_order_as_text_and_is_small()
    {
        var set = await _press.SetAsync(Samples.Exam);

        var text = Press.TextOf(set);
        Assert.Multiple(() =>
        {
            Assert.That(set.Pages, Is.EqualTo(2));
            Assert.That(set.Bytes, Has.Length.LessThan(300 * Kilobytes));
            Assert.That(Order(text, "KIBAHA", "041", "Time: 3 Hours", "SECTION A", "1.", "(a)", "Simplify", "(03 marks)", "(b)"), Is.Ordered);
            Assert.That(Order(text, "2.", "(i)", "Which planet", "Mercury", "Venus", "Jupiter", "3.", "List A", "List B"), Is.Ordered);
            Assert.That(text, Does.Contain("Page 1 of 2").And.Contain("Page 2 of 2"));
            Assert.That(Squeezed(text), Does.Contain("$300left&thatis20%ofit").And.Contain("1,000,000"));
        });
    }

    [Test]
    public async Task A_scheme_of_work_lies_across_and_repeats_its_head_on_every_page()
    {
        var set = await _press.SetAsync(Samples.Scheme);

        using var file = UglyToad.PdfPig.PdfDocument.Open(set.Bytes);
        Assert.Multiple(() =>
        {
            Assert.That(file.GetPages().Count(), Is.GreaterThan(1));
            Assert.That(file.GetPages().All(p => p.Width > p.Height && p.Text.Contains("Mwezi") && p.Text.Contains("Ukurasa")));
            Assert.That(Press.TextOf(set), Does.Contain("ng'ombe"));
        });
    }

    [TestCaseSource(typeof(Samples), nameof(Samples.Hostile))]
    public async Task What_looks_like_a_program_is_printed_and_does_nothing(string words)
    {
        var set = await _press.SetAsync(new Document
        {
            Title = words,
            Language = Language.English,
            Header = new ExamHeader { Lines = [words], Code = words, Subject = words, Instructions = [words] },
            Footer = words,
            Blocks =
            [
                new Heading(words), new Paragraph(words), new CodeLines(words), new Box([new Paragraph(words)], words),
                new Items([new Item(words, [new Paragraph(words)]) { Marks = words }]),
                new Options([new Option("A", words), new Option(words, "x")]),
                new Table { Head = [words], Rows = [[words]] },
                new Fields([new Field(words, words)]),
                new Paragraph(new Text([new Bold([new Words(words)]), new Code(words)])),
            ],
        });

        // Long ones are broken into lines; spaces do not count.
        var found = Occurrences(Squeezed(Press.TextOf(set)), Squeezed(words));
        Assert.That(found, Is.GreaterThanOrEqualTo(17));
    }

    [TestCaseSource(typeof(Samples), nameof(Samples.Hostile))]
    public async Task A_formula_that_is_none_is_printed_as_far_as_it_goes(string latex)
    {
        var set = await _press.Typesetter.PdfAsync(
            Press.Of(new Paragraph(new Text([new Maths(latex), new Words(" end")])), new Formula([latex, latex])), default);
        var picture = await _press.Typesetter.PictureAsync([latex], default);

        Assert.That(set, Is.InstanceOf<Typeset>());
        Assert.That(picture, Is.InstanceOf<Typeset>());
        Assert.That(Press.TextOf((Typeset)set), Does.Contain("end").And.Not.Contain("root:"));
    }

    [Test]
    public async Task Every_block_may_be_empty()
    {
        var set = await _press.Typesetter.PdfAsync(
            Press.Of(Samples.Empty),
            default);

        Assert.That(set, Is.InstanceOf<Typeset>());
    }

    [Test]
    public async Task Long_words_tables_and_questions_go_on_over_the_page()
    {
        var words = string.Join(' ', Enumerable.Repeat("mwanafunzi", 2500));
        var set = await _press.SetAsync(Press.Of(
            new Items([new Item("1.", [new Paragraph(words + " mwisho-1")])]),
            new Box([new Paragraph(words + " mwisho-2")]),
            new Table { Rows = [[words + " mwisho-3", "x"]] },
            new Paragraph(new string('w', 5000))));

        var text = Squeezed(Press.TextOf(set));
        Assert.That(text, Does.Contain("mwisho-1").And.Contain("mwisho-2").And.Contain("mwisho-3"));
    }

    [Test]
    public async Task Room_for_an_answer_stands_whole_below_its_question()
    {
        const double Needed = (70 + 20) * Millimetre;
        var set = await _press.SetAsync(Press.Of(new Items(
            [.. Enumerable.Range(1, 9).Select(n => new Item($"{n}.", [new Paragraph("Solve"), new AnswerSpace(70)]) { Marks = "(05 marks)" })])));

        using var file = UglyToad.PdfPig.PdfDocument.Open(set.Bytes);
        Assert.That(file.GetPages().Select(p => p.GetWords().Where(w => w.Text == "Solve").Min(w => w.BoundingBox.Bottom)), Has.All.GreaterThan(Needed));
    }

    [Test]
    public async Task A_sum_of_marks_never_begins_a_page()
    {
        Item Of(string label, string marks, params Item[] all) => new(label, [new Items(all)]) { Marks = marks, KeepTogether = marks == "(05 marks)" };
        var points = Enumerable.Range(1, 5).Select(_ => new Item("–", [new Paragraph("A step")]) { Marks = "1" }).ToArray();
        Item Question(int number) => Of($"{number}.", "(10 marks)", Of("(a)", "(05 marks)", points), Of("(b)", "(05 marks)", points));
        Block[] From(int lines) =>
            [new PageBreak(), .. Enumerable.Repeat(new Paragraph("Above"), lines), new Items([.. Enumerable.Range(1, 4).Select(Question)])];
        var set = await _press.SetAsync(Press.Of([.. Enumerable.Range(0, 6).SelectMany(From)]));

        using var file = UglyToad.PdfPig.PdfDocument.Open(set.Bytes);
        var first = file.GetPages().Select(p => p.GetWords().OrderByDescending(w => w.BoundingBox.Bottom).First().Text).ToList();
        Assert.That(first, Has.Count.GreaterThan(2).And.None.StartsWith("(05").And.None.StartsWith("(10"));
        Assert.That(Occurrences(Press.TextOf(set), "(10 marks)"), Is.EqualTo(24));
    }

    [TestCase(@"A \xrightarrow[\text{catalyst}]{\text{heat}} B")]
    [TestCase(@"\ce{A ->[heat][catalyst] B}")]
    [TestCase(@"\ce{A <=>[heat][catalyst] B}")]
    public async Task What_stands_above_and_below_an_arrow_does_so_on_the_page(string latex)
    {
        var set = await _press.SetAsync(Press.Of(new Formula([latex])));

        using var file = UglyToad.PdfPig.PdfDocument.Open(set.Bytes);
        var letters = file.GetPage(1).Letters.Where(l => l.BoundingBox.Bottom > 72).ToList();
        var (above, line, below) = (At(letters, "h"), letters.Last(l => l.Value is "B" or "𝐵").BoundingBox, At(letters, "l"));
        Assert.Multiple(() =>
        {
            Assert.That(above.Bottom, Is.GreaterThan(line.Bottom));
            Assert.That(below.Top, Is.LessThan(line.Top));
            Assert.That(above.Bottom, Is.GreaterThan(below.Top));
            Assert.That(above.Left, Is.LessThan(line.Left));
        });
    }

    [Test]
    public async Task A_formula_becomes_a_picture_of_a_phones_width()
    {
        var set = (Typeset)await _press.Typesetter.PictureAsync(
            [@"x = \frac{-b \pm \sqrt{b^2 - 4ac}}{2a}", @"\begin{aligned} 2x + 3 &= 11 \\ x &= 4 \end{aligned}"], default);

        // a width and a height of a PNG stand at its 16th and 20th byte
        var (width, height) = (set.Bytes[18] << 8 | set.Bytes[19], set.Bytes[22] << 8 | set.Bytes[23]);
        Assert.Multiple(() =>
        {
            Assert.That(set.Bytes[1..4], Is.EqualTo("PNG"u8.ToArray()));
            Assert.That(width, Is.InRange(400, 1200));
            Assert.That(height, Is.InRange(100, 1200));
        });
    }

    private static UglyToad.PdfPig.Core.PdfRectangle At(List<UglyToad.PdfPig.Content.Letter> letters, string letter) =>
        letters.First(l => l.Value == letter).BoundingBox;

    private static int[] Order(string text, params string[] words)
    {
        var at = 0;
        return [.. words.Select(w => at = text.IndexOf(w, Math.Max(at, 0), StringComparison.Ordinal))];
    }

    private static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static int Occurrences(string text, string words) => (text.Length - text.Replace(words, "").Length) / words.Length;
}
