using Twiga.Application.Exams;

namespace Twiga.Application.Tests.Exams;

internal sealed class Printing_texts
{
    [TestCase("The ______ is the largest", "The |Gap| is the largest")]
    [TestCase("Find $x^2$ of Sh 5 and __", "Find |Maths| of Sh 5 and __")]
    [TestCase("Pay $5 and $6", "Pay $5 and $6")]
    [TestCase("#eval <b>5</b> * 3 \\input{x}", "#eval <b>5</b> * 3 \\input{x}")]
    public void Keeps_signs_and_finds_formulas_and_gaps(string text, string printed)
    {
        var pieces = PaperProse.Read(text).Inlines.Select(i => i is Domain.Documents.Words words ? words.Value : $"|{i.GetType().Name}|");

        Assert.That(string.Concat(pieces).Replace("||", "|"), Is.EqualTo(printed));
    }
}
