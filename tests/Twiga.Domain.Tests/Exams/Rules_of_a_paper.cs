using Twiga.Domain.Exams;

namespace Twiga.Domain.Tests.Exams;

internal sealed class Rules_of_a_paper
{
    private static readonly ChoiceQuestion Tides =
        new([new("What pulls the water of the oceans and causes tides?", ["Wind", "Gravity of the moon", "Rivers", "Rain"], 1)], 1);

    [Test]
    public void See_the_same_question_twice_in_nearly_the_same_words()
    {
        var twin = new EssayQuestion("Explain what pulls the water of oceans and causes the tides.", []);

        Assert.That(PaperFaults.Between([Tides, twin]).Single().Piece, Is.EqualTo(1));
        Assert.That(PaperFaults.Between([Tides, twin], madeIn: [2, 0]).Single().Piece, Is.EqualTo(0));
        Assert.That(PaperFaults.Between([twin], avoid: [.. Tides.Asks]).Single().Piece, Is.EqualTo(0));
    }

    [Test]
    public void See_an_answer_given_away_elsewhere()
    {
        var telling = new PartsQuestion(
            QuestionKind.Structured,
            "The gravity of the moon pulls the water of the oceans and causes tides.",
            [new("Describe two kinds of tides.", 9, [], [])]);

        Assert.That(PaperFaults.Between([Tides, telling]).Single().Sentence, Does.Contain("gives away the answer"));
    }

    [Test]
    public void Leave_questions_alone_that_only_share_a_topic()
    {
        var other = new EssayQuestion("Discuss how the gravity of the sun changes the height of spring tides.", []);

        Assert.That(PaperFaults.Between([Tides, other]), Is.Empty);
    }

    [Test]
    public void Keep_the_key_with_its_option_in_every_version([Range(1, 20)] int version)
    {
        var matching = new MatchingQuestion(["a1", "a2", "a3"], ["b1", "b2", "b3", "b4"], [0, 1, 2], 1);
        var paper = new Paper([new PaperSection("A", [Tides, matching], null, 0)]);

        var shuffled = paper.Shuffled(version);

        var item = ((ChoiceQuestion)shuffled.Questions[0]).Items[0];
        Assert.That(item.Options[item.Key], Is.EqualTo("Gravity of the moon"));
        var lists = (MatchingQuestion)shuffled.Questions[1];
        Assert.That(lists.ListA.Select((a, at) => a[1..] == lists.ListB[lists.Key[at]][1..]), Has.All.True);
        Assert.That(System.Text.Json.JsonSerializer.Serialize(paper.Shuffled(version)), Is.EqualTo(System.Text.Json.JsonSerializer.Serialize(shuffled)));
    }

    [Test]
    public void Make_versions_that_differ() => Assert.That(
        Enumerable.Range(1, 10).Select(v => string.Join(',', new Shuffle(v).Of([1, 2, 3, 4, 5]))).Distinct().Count(), Is.GreaterThan(5));

    [TestCase(1)]
    [TestCase(3)]
    [TestCase(7)]
    public void Share_all_marks_of_the_format_among_the_topics(int topics)
    {
        var pieces = TableOfSpecifications.Plan(Csee, topics);
        var rows = TableOfSpecifications.Rows(pieces, [.. Enumerable.Range(1, topics).Select(t => $"Topic {t}")]);

        Assert.That(rows.Sum(r => r.Marks), Is.EqualTo(115));
        Assert.That(rows.Sum(r => r.Weight), Is.EqualTo(100));
        Assert.That(rows, Has.Count.EqualTo(topics));
        Assert.That(rows.Max(r => r.Marks) - rows.Min(r => r.Marks), Is.LessThanOrEqualTo(15));
        Assert.That(pieces.Where(p => p.Question == 1).Sum(p => p.Wanted.Items), Is.EqualTo(10));
        Assert.That(pieces.Select(p => p.Question).Distinct(), Is.EqualTo(Enumerable.Range(1, 11)));
    }

    [Test]
    public void Make_items_in_small_pieces() =>
        Assert.That(TableOfSpecifications.Plan(Csee, 1).Max(p => p.Wanted.Items), Is.LessThanOrEqualTo(6));

    private static ExamFormat Csee => new()
    {
        Key = "csee",
        Name = "CSEE",
        Grades = ["os4"],
        Minutes = 180,
        Marks = 100,
        OptionLetters = 5,
        Instructions = new Dictionary<Domain.Teachers.Language, IReadOnlyList<string>>(),
        Sections =
        [
            new()
            {
                Letter = "A",
                Questions =
                [
                    new() { Kind = QuestionKind.MultipleChoice, Items = 10, Marks = 10 },
                    new() { Kind = QuestionKind.Matching, Items = 6, ListB = 8, Marks = 6 },
                ],
            },
            new() { Letter = "B", Questions = [.. Enumerable.Repeat(new FormatQuestion { Kind = QuestionKind.Structured, Items = 2, Marks = 9 }, 6)] },
            new() { Letter = "C", Answer = 2, Questions = [.. Enumerable.Repeat(new FormatQuestion { Kind = QuestionKind.Essay, Marks = 15 }, 3)] },
        ],
    };
}
