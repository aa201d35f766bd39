using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Twiga.Application.Documents;
using Twiga.Domain.Documents;
using Math = DocumentFormat.OpenXml.Math;
using Word = DocumentFormat.OpenXml.Wordprocessing;

namespace Twiga.Infrastructure.Tests.Typesetting;

internal sealed class Writing_Word_files
{
    [Test]
    public async Task An_exam_is_a_valid_file_with_its_words_in_order()
    {
        using var file = await WrittenAsync(Samples.Exam);

        Assert.Multiple(() =>
        {
            Assert.That(Faults(file), Is.Empty);
            Assert.That(Body(file), Does.Contain("KIBAHA SECONDARY SCHOOL").And.Contain("(03 marks)").And.Contain("$300 left & that is 20%"));
            Assert.That(file.MainDocumentPart!.Document!.Descendants<Math.Fraction>().Count(), Is.GreaterThan(5));
            Assert.That(file.MainDocumentPart.Document.Descendants<Math.Matrix>().Count(), Is.EqualTo(4));
            Assert.That(file.MainDocumentPart.Document.Descendants<Math.Nary>().Count(), Is.EqualTo(2));
        });
    }

    [Test]
    public async Task A_scheme_of_work_lies_across_with_a_head_that_is_repeated()
    {
        using var file = await WrittenAsync(Samples.Scheme);

        Assert.Multiple(() =>
        {
            Assert.That(Faults(file), Is.Empty);
            Assert.That(file.MainDocumentPart!.Document!.Descendants<Word.PageSize>().Single().Orient?.Value, Is.EqualTo(Word.PageOrientationValues.Landscape));
            Assert.That(file.MainDocumentPart.Document.Descendants<Word.TableHeader>().Count(), Is.EqualTo(1));
        });
    }

    [TestCaseSource(typeof(Samples), nameof(Samples.Hostile))]
    public async Task What_looks_like_a_program_is_text(string words)
    {
        using var file = await WrittenAsync(Press.Of(
            new Heading(words), new Paragraph(words), new Table { Head = [words], Rows = [[words]] },
            new Items([new Item(words, [new Paragraph(new Text([new Maths(words)]))]) { Marks = words }])));

        Assert.Multiple(() =>
        {
            Assert.That(Faults(file), Is.Empty);
            Assert.That(Body(file).Split(words), Has.Length.GreaterThanOrEqualTo(7));
            Assert.That(file.MainDocumentPart!.ExternalRelationships, Is.Empty);
        });
    }

    [Test]
    public async Task Every_block_may_be_empty()
    {
        using var file = await WrittenAsync(Press.Of(Samples.Empty));

        Assert.That(Faults(file), Is.Empty);
    }

    [Test]
    public async Task Characters_that_XML_has_not_are_left_out()
    {
        using var file = await WrittenAsync(Press.Of(new Paragraph("a\u0000b\u0008c\uFFFEd\uD800e 😀")));

        Assert.That(Body(file), Is.EqualTo("abcd\uFFFDe 😀"));
    }

    [TestCase(@"A \xrightarrow[\text{catalyst}]{\text{heat}} B")]
    [TestCase(@"\ce{A ->[heat][catalyst] B}")]
    public async Task What_stands_above_and_below_an_arrow_does_so_in_Word_too(string latex)
    {
        using var file = await WrittenAsync(Press.Of(new Formula([latex])));

        var under = file.MainDocumentPart!.Document!.Descendants<Math.LimitLower>().Single();
        Assert.Multiple(() =>
        {
            Assert.That(Faults(file), Is.Empty);
            Assert.That(under.Limit!.InnerText, Is.EqualTo("catalyst"));
            Assert.That(under.Descendants<Math.LimitUpper>().Single().Limit!.InnerText, Is.EqualTo("heat"));
            Assert.That(under.Descendants<Math.LimitUpper>().Single().Base!.InnerText, Is.EqualTo("→"));
        });
    }

    [Test]
    public async Task Marks_and_room_for_an_answer_stay_with_their_question()
    {
        using var file = await WrittenAsync(Press.Of(new Items(
        [
            new Item("1.", [new Items([new Item("(a)", [new Paragraph("Solve"), new AnswerSpace(70)]) { Marks = "(05 marks)" }])]) { Marks = "(10 marks)" },
            new Item("2.", [new Items([new Item("–", [new Paragraph("A step")]) { Marks = "1" }])]) { Marks = "(01 mark)" },
        ])));

        var paragraphs = file.MainDocumentPart!.Document!.Descendants<Word.Paragraph>().ToList();
        bool StaysWithNext(string words) => paragraphs.Single(p => p.InnerText.Contains(words)).ParagraphProperties!.KeepNext is not null;
        var room = paragraphs[paragraphs.FindIndex(p => p.InnerText.Contains("Solve")) + 1].ParagraphProperties!.SpacingBetweenLines!;
        Assert.Multiple(() =>
        {
            Assert.That(Faults(file), Is.Empty);
            Assert.That(StaysWithNext("Solve") && StaysWithNext("A step"));
            Assert.That(StaysWithNext("(10 marks)"), Is.False);
            Assert.That(int.Parse(room.Line!), Is.GreaterThan(3900));
        });
    }

    private static async Task<WordprocessingDocument> WrittenAsync(Document document)
    {
        using var press = new Press();
        var written = (Typeset)await press.Typesetter.WordAsync(document, default);
        return WordprocessingDocument.Open(new MemoryStream(written.Bytes), isEditable: false);
    }

    private static string Body(WordprocessingDocument file) =>
        file.MainDocumentPart!.Document!.Body!.InnerText.Replace('\u00A0', ' ');

    private static IEnumerable<string> Faults(WordprocessingDocument file) =>
        new OpenXmlValidator().Validate(file).Select(f => $"{f.Path?.XPath}: {f.Description}").Distinct();
}
