using System.Text.RegularExpressions;
using NSubstitute;
using Twiga.Application.Common;
using Twiga.Application.Curriculum;
using Twiga.Application.Exams;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Exams;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Tests.Exams;

internal sealed class Writing_an_exam
{
    private readonly IExams _exams = Substitute.For<IExams>();
    private readonly IQuotas _quotas = Substitute.For<IQuotas>();
    private Setter _model = null!;

    [SetUp]
    public void SetUp()
    {
        _model = new Setter();
        _exams.ClearReceivedCalls();
        _quotas.ClearReceivedCalls();
    }

    [TearDown]
    public void TearDown() => _model.Dispose();

    [Test]
    public async Task Asks_once_for_each_piece_and_once_for_each_reading()
    {
        var exam = NewExam();

        Assert.That(await WriteAsync(exam), Is.Empty);
        Assert.That(exam.State, Is.EqualTo(ExamState.Ready));
        Assert.That(exam.Paper!.Questions.Select(q => q.Marks), Is.EqualTo(new[] { 2m, 2m, 4m, 4m, 10m, 10m }));
        Assert.That(_model.Asked.CountBy(a => a.Shape).ToDictionary(), Is.EquivalentTo(new Dictionary<string, int>
        {
            ["choice_draft"] = 1, ["matching_draft"] = 1, ["parts_draft"] = 2, ["essay_draft"] = 2, ["verdicts"] = 2,
        }));
        Assert.That((exam.Calls, exam.Tokens), Is.EqualTo((8, 880)));
        await _quotas.Received(1).SpendAsync(exam.TeacherId, 880);
    }

    // every fault of behaviour.md 6: caught, sent back with its sentence, and right the second time
    [TestCase("choice_draft", "\"w\\d+\",\"w\\d+\",", "\"same\",\"same\",", "are alike")]
    [TestCase("choice_draft", "\"right\":\"B\"", "\"right\":\"A and C\"", "exactly one right option")]
    [TestCase("choice_draft", "\"right\":\"B\"", "\"right\":\"F\"", "exactly one right option")]
    [TestCase("choice_draft", "\"options\":\\[\"w\\d+\",", "\"options\":[", "has 3 options; it must have 4")]
    [TestCase("choice_draft", "Which is (w\\d+)([^}]*)\"options\":\\[\"w\\d+\",\"w\\d+\"", "Which is $1$2\"options\":[\"q1\",\"$1\"", "gives its answer away")]
    [TestCase("matching_draft", "\"others\":\\[[^\\]]*\\]", "\"others\":[]", "List B has 2 entries; it must have 3")]
    [TestCase("parts_draft", "\"marks\":2", "\"marks\":3", "come to")]
    [TestCase("parts_draft", "\"points\":\\[[^\\]]*\\]", "\"points\":[]", "has no marking points")]
    [TestCase("essay_draft", "\"points\":\\[\"w\\d+\",", "\"points\":[", "The marks come to 8; they must come to 10")]
    public async Task Sends_a_fault_back_and_takes_what_was_mended(string shape, string find, string put, string said)
    {
        _model.Spoils(shape, sound => new Regex(find).Replace(sound, put, 1));
        var exam = NewExam();

        Assert.That(await WriteAsync(exam), Is.Empty);
        Assert.That(_model.Asked, Has.Some.Matches<(string Shape, string Words)>(
            a => a.Shape == shape && a.Words.Contains("This cannot be used:") && a.Words.Contains(said)));
        Assert.That(PaperFaults.Against(exam.Paper!, exam.Format), Is.Empty);
    }

    [TestCase(null)]
    [TestCase("{\"items\": [{\"stem\": \"Which is")]
    public async Task Outlives_refusals_and_JSON_that_is_cut_off(string? answer)
    {
        _model.Spoils("choice_draft", _ => answer, times: 3);
        var exam = NewExam();

        Assert.That(await WriteAsync(exam), Is.Empty);
        Assert.That(exam.State, Is.EqualTo(ExamState.Ready));
    }

    [Test]
    public async Task Makes_the_later_one_anew_when_two_questions_are_the_same()
    {
        string? first = null;
        _model.Spoils("essay_draft", sound => first = sound).Spoils("essay_draft", _ => first);
        var exam = NewExam();

        Assert.That(await WriteAsync(exam), Is.Empty);
        Assert.That(PaperFaults.Between([.. exam.Paper!.Questions]), Is.Empty);
        Assert.That(_model.CallsFor("essay_draft"), Is.EqualTo(3));
        Assert.That(_model.Asked[^1].Shape, Is.EqualTo("verdicts"));
    }

    [Test]
    public async Task Takes_another_topic_when_two_repairs_did_not_help()
    {
        _model.Spoils("matching_draft", sound => sound.Replace("\"others\"", "\"nothing\""), times: 6);
        var exam = NewExam();
        var topic = exam.Slots.Single(s => s.Piece.Question == 2).Piece.Topic;

        Assert.That(await WriteAsync(exam), Is.Empty);
        Assert.That(exam.Slots.Single(s => s.Piece.Question == 2).Piece.Topic, Is.Not.EqualTo(topic));
    }

    [Test]
    public async Task Gives_up_honestly_when_a_question_is_never_right()
    {
        _model.Spoils("essay_draft", sound => sound.Replace("Discuss", "").Replace("\"points\"", "\"point\""), times: 1000);
        var exam = NewExam();

        Assert.That(await WriteAsync(exam), Is.EqualTo(new[] { 5, 6 }));
        Assert.That((exam.State, exam.Paper), Is.EqualTo((ExamState.Failed, (Paper?)null)));
        Assert.That(_model.CallsFor("essay_draft"), Is.LessThanOrEqualTo(36));
    }

    [Test]
    public async Task Heeds_the_second_reader()
    {
        _model.Spoils("verdicts", sound => Regex.Replace(sound, "\"sound\":true,\"fault\":\"\"", "\"sound\":false,\"fault\":\"Option C is right too.\""), times: 1);
        var exam = NewExam();

        Assert.That(await WriteAsync(exam), Is.Empty);
        Assert.That(_model.CallsFor("verdicts"), Is.GreaterThan(2));
        Assert.That(exam.Slots.Select(s => s.Doubt), Has.All.Null);
    }

    [Test]
    public async Task Keeps_a_doubt_for_the_teacher_when_the_second_reader_is_never_content()
    {
        _model.Spoils("verdicts", sound => sound.Replace("\"sound\":true,\"fault\":\"\"", "\"sound\":false,\"fault\":\"Unclear.\""), times: 1000);
        var exam = NewExam();

        Assert.That(await WriteAsync(exam), Is.Empty);
        Assert.That(exam.Slots.Select(s => s.Doubt), Has.Some.EqualTo("Unclear."));
    }

    [Test]
    public async Task Pays_for_no_piece_twice_when_it_is_begun_again()
    {
        var exam = NewExam();
        await WriteAsync(exam);
        var again = NewExam();
        foreach (var (slot, made) in again.Slots.Zip(exam.Slots).SkipLast(2))
            (slot.Question, slot.IsReviewed) = (made.Question, made.IsReviewed);
        _model.Dispose();
        _model = new Setter(before: 100);

        Assert.That(await WriteAsync(again), Is.Empty);
        Assert.That(_model.Asked.Select(a => a.Shape), Is.EquivalentTo(new[] { "essay_draft", "essay_draft", "verdicts" }));
    }

    [Test]
    public async Task Makes_only_the_question_that_is_replaced_whatever_was_doubted_in_the_others()
    {
        var exam = NewExam();
        await WriteAsync(exam);
        var like = NewExam();
        foreach (var (slot, made) in like.Slots.Zip(exam.Slots).SkipLast(1))
            (slot.Question, slot.IsReviewed, slot.Doubt) = (made.Question, true, "Unclear.");
        _model.Dispose();
        _model = new Setter(before: 100);

        Assert.That(await WriteAsync(like), Is.Empty);
        Assert.That(_model.Asked.Select(a => a.Shape), Is.EqualTo(new[] { "essay_draft", "verdicts" }));
        Assert.That(like.Slots.Select(s => s.Doubt), Has.Exactly(like.Slots.Count - 1).EqualTo("Unclear."));
    }

    [Test]
    public async Task Never_has_more_calls_under_way_than_it_may()
    {
        _model.Limits = new ModelLimits(ConcurrentCalls: 2);

        await WriteAsync(NewExam());

        Assert.That(_model.MostAtOnce, Is.LessThanOrEqualTo(2));
    }

    private Task<IReadOnlyList<int>> WriteAsync(Exam exam) =>
        new ExamWriter(_model, _exams, _quotas, TimeProvider.System).WriteAsync(
            new ExamBrief(
                exam,
                new SchoolClass
                {
                    SubjectKey = "geography", GradeCode = "os2", English = "Geography Form 2", Swahili = "Jiografia Kidato cha 2", Medium = Language.English,
                },
                [.. exam.Topics.Select((_, at) => Passages(at))]),
            CancellationToken.None);

    private static IReadOnlyList<FoundPassage> Passages(int topic) =>
        [.. Enumerable.Range(0, 5).Select(at => new FoundPassage(
            PassageId.From((topic * 10) + at + 1), ResourceId.From(1), "Geography Form 2", 1, "Rocks", "1.1 Rocks", at, at,
            PassageKind.Text, Language.English, $"Passage {at} of topic {topic}.", 1))];

    private static Exam NewExam()
    {
        var format = new ExamFormat
        {
            Key = "short", Name = "Test", Grades = ["os2"], Minutes = 60, Marks = 32, OptionLetters = 4,
            Instructions = new Dictionary<Language, IReadOnlyList<string>>(),
            Sections =
            [
                new()
                {
                    Questions =
                    [
                        new() { Kind = QuestionKind.MultipleChoice, Items = 2, Marks = 2 },
                        new() { Kind = QuestionKind.Matching, Items = 2, ListB = 3, Marks = 2 },
                        new() { Kind = QuestionKind.Structured, Items = 2, Marks = 4 },
                        new() { Kind = QuestionKind.Structured, Items = 2, Marks = 4 },
                        new() { Kind = QuestionKind.Essay, Marks = 10 },
                        new() { Kind = QuestionKind.Essay, Marks = 10 },
                    ],
                },
            ],
        };
        var exam = new Exam
        {
            Request = Guid.Parse("6f1f3a70-9d1a-4c53-8a5e-2a1c5b1f0001"), TeacherId = TeacherId.From(1), SchoolClassId = SchoolClassId.From(1),
            Topics = ["Rocks", "Soil"], Format = format, Language = Language.English, Minutes = 60, CreatedAt = DateTimeOffset.UnixEpoch,
        };
        exam.Plan(TableOfSpecifications.Plan(format, 2));
        return exam;
    }
}
