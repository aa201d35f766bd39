using Twiga.Application.Common;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Onboarding;

/// <summary>Choosing classes in the talk: by typing them, or from menus. What she has chosen before stays.</summary>
internal sealed class ClassTalk(Teacher teacher, Catalogue catalogue, DateTimeOffset now)
{
    private const int MostClasses = 30;
    private const int WordsBesideClasses = 2;
    private readonly ClassMenus _menus = new(teacher, catalogue);

    /// <summary>What there is to say about it; none where the classes are complete.</summary>
    public OutgoingContent? Reply { get; private set; }

    /// <summary>She has classes, and nothing she said about them is open.</summary>
    public bool IsComplete { get; private set; }

    private OnboardingTexts Texts => new(teacher.Language);

    /// <summary>She wrote so much beside her classes that there may be a question in it.</summary>
    public bool SeemsToAsk { get; private set; }

    /// <summary>Asks for her classes: she can type them or tap a stage.</summary>
    public OutgoingContent Ask(string question)
    {
        teacher.Ask(Awaited.Classes, now);
        return _menus.Stages(question);
    }

    /// <summary>False where what she wrote says nothing about classes.</summary>
    public bool Hear(Heard heard) => heard.Route is { } id ? Tap(Route.Parse(id)) : heard.Words is { } w && Type(w);

    private bool Type(string words)
    {
        if (ClassMenus.SaysDone(words) && teacher.Classes.Count > 0)
            return Complete();

        var read = ClassReader.Read(words, catalogue, teacher.AskedAbout?.Split(','));
        SeemsToAsk = read.OtherWords > WordsBesideClasses;
        if ((read.IsEmpty && read.NotUnderstood.Count == 0) || (SeemsToAsk && teacher.State != TeacherState.Onboarding))
            return false;
        if (!Add(read.Classes))
            return true;

        var open = new OpenPoints(read, teacher, catalogue);
        if (open.Message is null)
            return Complete();

        teacher.Ask(Awaited.Classes, now, read.WithoutYear);
        Reply = open.Message;
        return true;
    }

    private bool Tap(Route route)
    {
        switch (route)
        {
            case { Name: Route.Stages }:
                Reply = _menus.Stages(Texts.WhichStage);
                return true;
            case { Name: Route.Stage, About: [var stage] } when _menus.Subjects(stage, 0) is { } subjects:
                Reply = subjects;
                return true;
            case { Name: Route.Subjects, About: [var stage, var page] }
                when int.TryParse(page, out var number) && _menus.Subjects(stage, number) is { } subjects:
                Reply = subjects;
                return true;
            case { Name: Route.Subject, About: [var stage, var key] } when _menus.Classes(stage, key) is { } classes:
                Reply = classes;
                return true;
            case { Name: Route.AllClasses, About: [var stage, var key] } when _menus.Of(stage, key) is { Count: > 0 } all:
                return AddFromMenu(all);
            case { Name: Route.Class, About: [var id] } when Find(id) is { } chosen:
                return AddFromMenu([chosen]);
            case { Name: Route.Done } when teacher.Classes.Count > 0:
                return Complete();
            default:
                return false;
        }
    }

    private bool AddFromMenu(IReadOnlyList<SchoolClass> classes)
    {
        if (Add(classes))
            Reply = _menus.MoreOrDone(Texts.Noted(Summary.Classes(teacher, catalogue)));
        teacher.Ask(Awaited.Classes, now);
        return true;
    }

    private bool Add(IReadOnlyList<SchoolClass> classes)
    {
        var all = teacher.Classes.Select(c => c.SchoolClassId).Concat(classes.Select(c => c.Id)).Distinct().ToList();
        if (all.Count > MostClasses)
        {
            Reply = _menus.MoreOrDone(Texts.TooManyClasses(MostClasses));
            return false;
        }

        teacher.Teach(all);
        return true;
    }

    private bool Complete()
    {
        IsComplete = true;
        return true;
    }

    private SchoolClass? Find(string id) => long.TryParse(id, out var number) ? catalogue.Find(new SchoolClassId(number)) : null;
}
