using System.Text;
using Twiga.Application.Documents;

namespace Twiga.Application.Tests.Conversations;

internal sealed class Printing_formulas
{
    private const int Promised = 300;

    [TestCaseSource(nameof(Table))]
    public void A_formula_is_printed_as_a_phone_can_show_it(string latex, string expected, bool picture)
    {
        var printed = MathText.From(latex);

        Assert.Multiple(() =>
        {
            Assert.That(printed.Text, Is.EqualTo(expected));
            Assert.That(printed.NeedsPicture, Is.EqualTo(picture), "needs a picture");
        });
    }

    [Test]
    public void The_table_is_as_long_as_promised() => Assert.That(Table().Count(), Is.GreaterThanOrEqualTo(Promised));

    internal static IEnumerable<TestCaseData> Table()
    {
        using var stream = typeof(Printing_formulas).Assembly.GetManifestResourceStream("formulas.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split(" ⇒ ");
            if (line[..Math.Min(2, line.Length)] is not "# " && cells.Length > 1)
                yield return Case(cells);
        }
    }

    // The sign between the columns may stand inside a formula too.
    private static TestCaseData Case(string[] cells)
    {
        var picture = cells[^1] == "picture";
        var rest = picture ? cells[1..^1] : cells[1..];
        var expected = string.Join(" ⇒ ", rest).Replace('⏎', '\n');
        return new TestCaseData(cells[0], expected, picture).SetArgDisplayNames(cells[0]);
    }
}
