using Twiga.Application.Common;
using Twiga.Application.Documents;
using Twiga.Application.Teachers;
using Twiga.Domain.Documents;
using Twiga.Domain.Lessons;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Lessons;

/// <summary>Makes the files of a finished plan or scheme, and tells her what became of it.</summary>
internal sealed class PreparationDelivery(
    DocumentMaker documents, IAnnouncements announcements, ITeachers teachers, LessonBriefs briefs)
{
    public async Task SendAsync(Preparation preparation, LessonBrief brief, CancellationToken cancellationToken)
    {
        var teacher = await teachers.GetAsync(preparation.TeacherId, cancellationToken);
        var facts = new FormFacts(brief.Class, teacher.Name, teacher.School, brief.Request.Language);
        var document = LessonPrinter.Print((LessonPlan)preparation.Parts[0].Content!, brief, facts);
        var texts = new LessonTexts(brief.Request.Speaks);
        await SendAsync(
            preparation, facts, brief.Lesson, document, texts.PlanReady(brief.Class.Name(brief.Request.Speaks)), texts, cancellationToken);
    }

    public async Task SendAsync(Preparation preparation, SchemeBrief brief, CancellationToken cancellationToken)
    {
        var teacher = await teachers.GetAsync(preparation.TeacherId, cancellationToken);
        var facts = new FormFacts(brief.Class, teacher.Name, teacher.School, brief.Request.Language);
        var document = SchemePrinter.Print(preparation, brief, facts);
        var texts = new LessonTexts(brief.Request.Speaks);
        var topic = new LessonTexts(brief.Request.Language).TermName(brief.Request.Term);
        await SendAsync(
            preparation, facts, topic, document, texts.SchemeReady(brief.Class.Name(brief.Request.Speaks)), texts, cancellationToken);
    }

    public async Task ExplainAsync(Preparation preparation, Language speaks, CancellationToken cancellationToken)
    {
        var name = (await briefs.ClassAsync(preparation.SchoolClassId, cancellationToken)).Name(speaks);
        var texts = new LessonTexts(speaks);
        Tell(preparation.TeacherId, preparation.Kind, preparation.Kind == DocumentKind.LessonPlan
            ? texts.PlanNotCompleted(name) : texts.SchemeNotCompleted(name));
    }

    public async Task ApologiseAsync(GiveUpPreparation request, CancellationToken cancellationToken)
    {
        var name = (await briefs.ClassAsync(request.Class, cancellationToken)).Name(request.Speaks);
        var texts = new LessonTexts(request.Speaks);
        Tell(request.Teacher, request.Kind, request.Kind == DocumentKind.LessonPlan
            ? texts.PlanApology(name) : texts.SchemeApology(name));
    }

    private async Task SendAsync(
        Preparation preparation,
        FormFacts facts,
        string topic,
        Document document,
        string ready,
        LessonTexts texts,
        CancellationToken cancellationToken)
    {
        var isPlan = preparation.Kind == DocumentKind.LessonPlan;
        var own = new LessonTexts(facts.Language);
        var day = DarEsSalaam.At(preparation.CreatedAt);
        var name = FileNames.Of(facts.Class, facts.Language, isPlan ? own.FileOfPlan : own.FileOfScheme, day, topic);
        var files = await documents.MakeAsync(
            [new DocumentOrder(
                preparation.TeacherId, preparation.Kind, preparation.SchoolClassId, topic, name, preparation.Id.Value, document)],
            cancellationToken);
        var words = files[0].Pdf is null ? $"{ready}\n\n{texts.WordInstead}" : ready;
        announcements.Add(preparation.TeacherId, preparation.Kind.ToString(),
        [
            files[0].Shown.AsDocument(),
            new ButtonsContent(words, [new ReplyButton("say:document-word", isPlan ? texts.PlanAsWord : texts.SchemeAsWord)]),
        ]);
    }

    private void Tell(TeacherId teacher, DocumentKind kind, string words) =>
        announcements.Add(teacher, kind.ToString(), [new TextContent(words)]);
}
