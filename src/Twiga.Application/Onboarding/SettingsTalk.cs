using Twiga.Application.Common;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Onboarding;

/// <summary>What an active teacher changes by words, buttons and rows. The last reply counts.</summary>
internal sealed class SettingsTalk(Teacher teacher, Catalogue catalogue, IFlows flows, DateTimeOffset now)
{
    private readonly ClassTalk _classes = new(teacher, catalogue, now);

    public IReadOnlyList<OutgoingContent> Replies { get; private set; } = [];

    private OnboardingTexts Texts => new(teacher.Language);

    private ClassMenus Menus => new(teacher, catalogue);

    public static OutgoingContent AskLanguage(OnboardingTexts texts) => new ButtonsContent(
        texts.AskLanguage,
        [
            new ReplyButton(Route.Id(Route.Language, "sw"), texts.InSwahili),
            new ReplyButton(Route.Id(Route.Language, "en"), texts.InEnglish),
        ]);

    public static Language? LanguageOf(string code) => code switch
    {
        "sw" => Language.Swahili,
        "en" => Language.English,
        _ => null,
    };

    /// <summary>False where the message is none of the program's business.</summary>
    public bool Hear(Heard heard)
    {
        if (heard.IsReceipt)
            return true;
        if (heard.Route is { } id)
            return !Route.StandsForWords(id) && Tap(id, heard);
        if (heard.Words is null)
            return false;
        if (Acts.Of(heard.Words) is { } act)
            return Do(act);

        return teacher.Answers(heard.At) switch
        {
            Awaited.Name => HearName(heard.Words),
            Awaited.Classes => HearClasses(heard),
            _ => false,
        };
    }

    /// <summary>Asks for what a form is about.</summary>
    public void Ask(FlowForm form) => Say(form == FlowForm.Profile ? AskProfile() : AskClasses());

    private bool Do(Act act)
    {
        teacher.StopAsking();
        switch (act)
        {
            case Act.Settings:
                return Say(Menu(Texts.Menu(Summary.Profile(teacher), Summary.Classes(teacher, catalogue))));
            case Act.Language:
                return Say(AskLanguage(Texts));
            case Act.NewTalk:
                teacher.StartAfresh(now);
                return Say(new TextContent(Texts.NewTalk));
            case Act.StopReminders:
                teacher.Remind(false);
                return Say(new TextContent(Texts.RemindersStopped));
            case Act.StartReminders:
                teacher.Remind(true);
                return Say(new TextContent(Texts.RemindersStarted));
            default:
                return Say(new TextContent(Texts.Help));
        }
    }

    // a template's button carries its own words
    private bool Tap(string id, Heard heard) => Acts.Of(id) is { } act
        ? Do(act)
        : Tap(Route.Parse(id), heard) || Say(Menu(Texts.OldButton));

    private bool Tap(Route route, Heard heard) => route switch
    {
        { Name: Route.Settings, About: [] } => Do(Act.Settings),
        { Name: Route.Settings, About: ["profile"] } => Say(AskProfile()),
        { Name: Route.Settings, About: ["classes"] } => Say(AskClasses()),
        { Name: Route.Settings, About: ["language"] } => Do(Act.Language),
        { Name: Route.Language, About: [var code] } when LanguageOf(code) is { } language => Speak(language),
        { Name: Route.Remove } when Menus.Removal() is { } removal => Say(removal),
        { Name: Route.Drop, About: [var id] } when long.TryParse(id, out var number) => Drop(new SchoolClassId(number)),
        _ => HearClasses(heard),
    };

    private bool Speak(Language language)
    {
        teacher.ChooseLanguage(language);
        return Say(new TextContent(Texts.LanguageSaved));
    }

    private OutgoingContent AskProfile()
    {
        if (flows.AreSet)
            return FlowMessages.For(FlowForm.Profile, teacher, flows);

        teacher.Ask(Awaited.Name, now);
        return new TextContent(Texts.AskNewName(teacher.Name ?? "–"));
    }

    private OutgoingContent AskClasses()
    {
        if (flows.AreSet)
            return FlowMessages.For(FlowForm.Classes, teacher, flows);

        var question = _classes.Ask(Texts.AskMoreClasses(Summary.Classes(teacher, catalogue)));
        return teacher.Classes.Count > 1 && question is ButtonsContent buttons
            ? buttons with
            {
                Buttons = [new(Route.Stages, Texts.AddMore), new(Route.Remove, Texts.RemoveOne)],
            }
            : question;
    }

    private bool HearName(string words)
    {
        if (NameReader.Read(words) is not { } name)
        {
            teacher.StopAsking();
            return false;
        }

        teacher.Rename(name);
        teacher.StopAsking();
        return Say(new TextContent(Texts.NameSaved(name)));
    }

    private bool HearClasses(Heard heard)
    {
        if (!_classes.Hear(heard))
        {
            teacher.StopAsking();
            return false;
        }

        if (!_classes.IsComplete)
            return Say(_classes.Reply!);

        teacher.StopAsking();
        return Say(ClassesSaved());
    }

    private bool Drop(SchoolClassId id)
    {
        var rest = teacher.Classes.Select(c => c.SchoolClassId).Where(c => c != id).ToList();
        if (rest.Count == 0)
            return Say(new TextContent(Texts.OneClassMustStay));

        teacher.Teach(rest);
        return Say(ClassesSaved());
    }

    private TextContent ClassesSaved() => new(Texts.ClassesSaved(Summary.Classes(teacher, catalogue)));

    private ButtonsContent Menu(string body) => new(
        body.Within(Limits.Body),
        [
            new ReplyButton(Route.Id(Route.Settings, "profile"), Texts.MyProfile),
            new ReplyButton(Route.Id(Route.Settings, "classes"), Texts.MyClasses),
            new ReplyButton(Route.Id(Route.Settings, "language"), Texts.MyLanguage),
        ]);

    private bool Say(OutgoingContent reply)
    {
        Replies = [reply];
        return true;
    }
}
