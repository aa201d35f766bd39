using Twiga.Application.Common;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Onboarding;

/// <summary>The talk with a newcomer: her name, her classes, and what was saved. The last reply counts.</summary>
internal sealed class SetupTalk(Teacher teacher, Catalogue catalogue, IFlows flows, DateTimeOffset now)
{
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromMinutes(10);
    private readonly ClassTalk _classes = new(teacher, catalogue, now);
    private readonly DateTimeOffset? _askedBefore = teacher.AskedAt;
    private bool _began;
    private bool _hasQuestion;

    public IReadOnlyList<OutgoingContent> Replies { get; private set; } = [];

    public bool IsFinished { get; private set; }

    private OnboardingTexts Texts => new(teacher.Language);

    /// <summary>False where the message is a question that waits until she is active.</summary>
    public bool Hear(Heard heard)
    {
        if (heard.IsReceipt)
            return true;
        if (IsFinished)
            return !FirstWords.AreAQuestion(heard.Words);
        if (teacher.Asked == Awaited.Nothing)
            return Begin(heard);
        if ((_began || heard.At <= _askedBefore) && heard.Route is null)
            return Keep(heard);
        if (Chosen(heard) is { } language)
        {
            teacher.ChooseLanguage(language);
            return Say(Step());
        }

        if (Acts.Of(heard.Words) is Act.Language)
            return Say([SettingsTalk.AskLanguage(Texts)]);
        if (heard.Words is null && heard.Route is null)
            return now - teacher.AskedAt < AskAgainAfter || Say(Step());

        return teacher.Name is null ? HearName(heard) : HearClasses(heard);
    }

    /// <summary>The next question, with the welcome before the first, though she has said nothing to it.</summary>
    public void Greet() => Replies = teacher.Name is null ? Welcomed(Step()) : Step();

    private bool Begin(Heard heard)
    {
        _began = true;
        if (heard.Words is not null && NameReader.ReadPlain(heard.Words) is not null)
        {
            var done = HearName(heard);
            Replies = Welcomed(Replies);
            return done;
        }

        _hasQuestion = FirstWords.AreAQuestion(heard.Words);
        Replies = Welcomed(Step());
        return !_hasQuestion;
    }

    private bool Keep(Heard heard)
    {
        var isQuestion = FirstWords.AreAQuestion(heard.Words);
        if (isQuestion && !_hasQuestion && Replies.Count > 0)
        {
            _hasQuestion = true;
            Replies = Welcomed(Step());
        }

        return !isQuestion;
    }

    private bool HearName(Heard heard)
    {
        var name = heard.Words is null ? null
            : flows.AreSet ? NameReader.ReadPlain(heard.Words) : NameReader.Read(heard.Words);
        if (name is null)
        {
            Replies = flows.AreSet ? Step() : [new TextContent(Texts.AskNameAgain)];
            return !FirstWords.AreAQuestion(heard.Words) || heard.Route is not null;
        }

        teacher.Rename(name);
        return ClassReader.Read(heard.Words!, catalogue).Classes.Count > 0 ? HearClasses(heard) : Say(Step());
    }

    private bool HearClasses(Heard heard)
    {
        if (!_classes.Hear(heard))
        {
            Replies = [_classes.Ask(Texts.AskClassesAgain)];
            return !FirstWords.AreAQuestion(heard.Words);
        }

        if (!_classes.IsComplete)
        {
            Replies = [_classes.Reply!];
            return !_classes.SeemsToAsk;
        }

        IsFinished = teacher.FinishOnboarding();
        teacher.StopAsking();
        Replies = [new TextContent(Summary.Of(teacher, catalogue))];
        return !_classes.SeemsToAsk;
    }

    private static Language? Chosen(Heard heard) =>
        heard.Route is { } id && Route.Parse(id) is { Name: Route.Language, About: [var code] }
            ? SettingsTalk.LanguageOf(code)
            : null;

    private List<OutgoingContent> Step()
    {
        var asked = teacher.Name is null ? Awaited.Name : Awaited.Classes;
        teacher.Ask(asked, now);
        if (flows.AreSet)
            return [FlowMessages.For(asked == Awaited.Name ? FlowForm.Profile : FlowForm.Classes, teacher, flows)];

        return asked == Awaited.Name
            ? [new TextContent(Texts.AskName)]
            : [_classes.Ask(Texts.AskClasses(teacher.Name!))];
    }

    private List<OutgoingContent> Welcomed(IReadOnlyList<OutgoingContent> step)
    {
        var welcome = _hasQuestion ? $"{Texts.Welcome}\n\n{Texts.QuestionIsKept}" : Texts.Welcome;
        return step.Count > 0 ? [Parts.Before(welcome, step[0]), .. step.Skip(1)] : [new TextContent(welcome)];
    }

    private bool Say(IReadOnlyList<OutgoingContent> replies)
    {
        Replies = replies;
        return true;
    }
}
