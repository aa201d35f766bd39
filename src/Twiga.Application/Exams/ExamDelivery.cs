using Twiga.Application.Common;
using Twiga.Application.Documents;
using Twiga.Application.Teachers;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Documents;
using Twiga.Domain.Exams;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Exams;

/// <summary>Makes the files of a finished exam, and tells her what became of it.</summary>
internal sealed class ExamDelivery(
    DocumentMaker documents, IAnnouncements announcements, ITeachers teachers, ExamBriefs briefs)
{
    private const string Name = "Exam";

    public async Task SendAsync(Exam exam, Language speaks, CancellationToken cancellationToken)
    {
        var schoolClass = await briefs.ClassAsync(exam.SchoolClassId, cancellationToken);
        var files = await MakeAsync(exam, new ExamVariant(), cancellationToken);
        var texts = new ExamTexts(speaks);
        List<string> words = [texts.Ready(schoolClass.Name(speaks))];
        if (files.Any(f => f.Pdf is null))
            words.Add(texts.WordInstead);
        words.AddRange(exam.Slots.Where(s => s.Doubt is not null).Select(s => texts.Doubt(s.Piece.Question, s.Doubt!)));
        announcements.Add(exam.TeacherId, Name,
        [
            .. files.Select(f => f.Shown.AsDocument()),
            new ButtonsContent(string.Join("\n\n", words).Within(Limits.Body), Buttons(texts)),
        ]);
    }

    public async Task ExplainAsync(Exam exam, IReadOnlyList<int> missing, Language speaks, CancellationToken cancellationToken)
    {
        var schoolClass = await briefs.ClassAsync(exam.SchoolClassId, cancellationToken);
        var questions = string.Join(", ", missing.Order());
        announcements.Add(
            exam.TeacherId, Name, [new TextContent(new ExamTexts(speaks).NotCompleted(schoolClass.Name(speaks), questions))]);
    }

    public async Task ApologiseAsync(
        TeacherId teacher, SchoolClassId schoolClass, Language speaks, CancellationToken cancellationToken)
    {
        var name = (await briefs.ClassAsync(schoolClass, cancellationToken)).Name(speaks);
        announcements.Add(teacher, Name, [new TextContent(new ExamTexts(speaks).Apology(name))]);
    }

    /// <summary>The paper and its marking scheme as files, as it was made or varied.</summary>
    public async Task<IReadOnlyList<DocumentFiles>> MakeAsync(
        Exam exam, ExamVariant variant, CancellationToken cancellationToken)
    {
        var schoolClass = await briefs.ClassAsync(exam.SchoolClassId, cancellationToken);
        var teacher = await teachers.GetAsync(exam.TeacherId, cancellationToken);
        var day = DarEsSalaam.At(exam.CreatedAt);
        var facts = new PaperFacts(exam, schoolClass, teacher.School, day.Year)
        {
            Paper = variant.Version is { } version ? exam.Paper!.Shuffled(version) : exam.Paper!,
            Minutes = variant.Minutes ?? exam.Minutes,
        };
        var texts = new ExamTexts(exam.Language);
        var suffix = variant.Version is { } number ? $" {texts.Version(number)}"
            : variant.Minutes is { } minutes ? $" {minutes} min"
            : "";
        return await documents.MakeAsync(
            [
                Order(DocumentKind.ExamPaper, texts.FileOfPaper + suffix, PaperPrinter.Print(facts)),
                Order(DocumentKind.MarkingScheme, texts.FileOfScheme + suffix, SchemePrinter.Print(facts)),
            ],
            cancellationToken);

        DocumentOrder Order(DocumentKind kind, string name, Document document) => new(
            exam.TeacherId,
            kind,
            exam.SchoolClassId,
            string.Join(", ", exam.Topics),
            FileNames.Of(schoolClass, exam.Language, name, day),
            exam.Id.Value,
            document);
    }

    private static IReadOnlyList<ReplyButton> Buttons(ExamTexts texts) =>
    [
        new("say:exam-word", texts.AsWord),
        new("say:exam-version", texts.OtherVersion),
        new("say:exam-replace", texts.ReplaceQuestion),
    ];
}

/// <summary>How a printed paper differs from the one that was made: shuffled by the number of its version, another time.</summary>
internal sealed record ExamVariant(int? Version = null, int? Minutes = null);
