using Twiga.Domain.Exams;

namespace Twiga.Domain.Tests.Exams;

internal sealed class Rules_of_a_question
{
    private static readonly FormatQuestion TwoItems = new() { Kind = QuestionKind.MultipleChoice, Items = 2, Marks = 2 };
    private static readonly FormatQuestion NineMarks = new() { Kind = QuestionKind.Structured, Items = 2, Marks = 9 };

    private static readonly ChoiceItem Tides = new("What causes ocean tides?", ["Wind", "The moon", "Rivers", "Earthquakes"], 1);
    private static readonly ChoiceItem Soil = new("Which soil holds most water?", ["Clay", "Sand", "Loam", "Gravel"], 0);

    [Test]
    public void Find_nothing_in_a_sound_question() => Assert.That(Faults(Tides, Soil), Is.Empty);

    [Test]
    public void Count_items_and_options() => Assert.That(
        Faults(Tides with { Options = ["Wind", "The moon"] }),
        Has.Some.Contains("There are 1 items; exactly 2").And.Some.Contains("has 2 options; it must have 4"));

    [TestCase(-1)]
    [TestCase(4)]
    public void Want_a_key_among_the_options(int key) =>
        Assert.That(Faults(Tides with { Key = key }, Soil), Has.Some.Contains("exactly one right option"));

    [TestCase("the moon", true)]
    [TestCase("The  moon.", true)]
    [TestCase("The new moon", false)]
    public void See_options_that_are_alike(string twin, bool isFault) => Assert.That(
        Faults(Tides with { Options = [twin, "The moon", "Rivers", "Earthquakes"] }, Soil),
        isFault ? Has.Some.Contains("are alike") : Is.Empty);

    [Test]
    public void Know_that_signs_differ_by_case_and_by_a_minus() => Assert.That(
        Faults(Tides with { Options = ["Tt", "TT", "-3", "3"] }, Soil), Is.Empty);

    [TestCase("The moon causes ocean tides because of what?", true)]
    [TestCase("Which of wind, the moon, rivers and earthquakes causes tides?", false)]
    [TestCase("In which moonlit night are tides highest?", false)]
    public void See_an_answer_in_the_stem(string stem, bool isFault) => Assert.That(
        Faults(Tides with { Stem = stem }, Soil), isFault ? Has.Some.Contains("gives its answer away") : Is.Empty);

    [Test]
    public void Want_pairs_that_exist_and_a_longer_list_B()
    {
        var wanted = new FormatQuestion { Kind = QuestionKind.Matching, Items = 2, ListB = 3, Marks = 2 };
        var sound = new MatchingQuestion(["Breaks rock by frost", "Holds water"], ["Weathering", "Clay", "Sand"], [0, 1], 1);

        Assert.That(QuestionFaults.In(sound, wanted, 4), Is.Empty);
        Assert.That(QuestionFaults.In(sound with { Key = [0, 3] }, wanted, 4), Has.Some.Contains("needs its partner"));
        Assert.That(QuestionFaults.In(sound with { Key = [0, 0] }, wanted, 4), Has.Some.Contains("the same partner"));
        Assert.That(QuestionFaults.In(sound with { ListB = ["Weathering", "Clay"] }, wanted, 4), Has.Some.Contains("it must have 3"));
        Assert.That(
            QuestionFaults.In(sound with { ListA = ["Weathering by frost", "Holds water"] }, wanted, 4), Has.Some.Contains("holds its partner"));
    }

    [Test]
    public void Add_marks_up_at_every_level()
    {
        Assert.That(Faults(Parts(Part("Define soil.", 4, 4), Part("Explain erosion.", 5, 5))), Is.Empty);
        Assert.That(Faults(Parts(Part("Define soil.", 4, 4), Part("Explain erosion.", 4, 4))), Has.Some.Contains("come to 8; they must come to 9"));
        Assert.That(Faults(Parts(Part("Define soil.", 4, 3), Part("Explain erosion.", 5, 5))), Has.Some.Contains("part (a) come to 3 marks; part (a) has 4"));
        var nested = new Part("Read the map.", 5, [], [Part("Find the scale.", 2, 2), Part("Find the height.", 2, 2)]);
        Assert.That(Faults(Parts(Part("Define soil.", 4, 4), nested)), Has.Some.Contains("part (b) come to 4 marks; part (b) has 5"));
    }

    [Test]
    public void Want_points_for_every_mark() => Assert.That(
        Faults(Parts(new Part("Define soil.", 4, [], []), Part("Explain erosion.", 5, 5))), Has.Some.Contains("has no marking points"));

    [TestCase(15, 6, 1.5)]
    [TestCase(20, 8, 2)]
    [TestCase(10, 4, 1)]
    public void Share_the_marks_of_an_essay(decimal marks, int points, decimal frame)
    {
        Assert.That((EssayMarks.Points(marks), EssayMarks.Frame(marks)), Is.EqualTo((points, frame)));
        Assert.That((EssayMarks.Points(marks) * EssayMarks.Point) + (2 * EssayMarks.Frame(marks)), Is.EqualTo(marks));
    }

    private static IReadOnlyList<string> Faults(params ChoiceItem[] items) =>
        QuestionFaults.In(new ChoiceQuestion(items, 1), TwoItems, 4);

    private static IReadOnlyList<string> Faults(PartsQuestion question) => QuestionFaults.In(question, NineMarks, 5);

    private static PartsQuestion Parts(params Part[] parts) => new(QuestionKind.Structured, null, parts);

    private static Part Part(string prompt, decimal marks, decimal points) =>
        new(prompt, marks, [new("First point", 1), new("The rest", points - 1)], []);
}
