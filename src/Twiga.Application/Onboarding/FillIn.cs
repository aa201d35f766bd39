using System.Text.Json.Nodes;
using MediatR;
using Twiga.Application.Common;
using Twiga.Application.Teachers;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Onboarding;

/// <summary>A step in a form on her phone: opened, gone back, or sent with what she filled in.</summary>
public sealed record FillIn(FlowRequest.Step Step) : IRequest<FilledIn>;

/// <summary>What her phone shows next.</summary>
public abstract record FilledIn
{
    private FilledIn()
    {
    }

    public sealed record Screen(string Name, JsonObject Data) : FilledIn;

    /// <summary>All of it is saved with the command; the chat says what.</summary>
    public sealed record Finished(TeacherId Teacher, IReadOnlyList<OutgoingContent> Messages, bool IsActiveNow) : FilledIn;

    /// <summary>The token opens nothing; a new form goes to the chat, where the old one was hers.</summary>
    public sealed record Refused(string Why, TeacherId? Teacher = null, FlowContent? Anew = null) : FilledIn;
}

internal sealed class FillInHandler(ITeachers teachers, ICatalogue catalogues, IFlows flows, TimeProvider clock)
    : IRequestHandler<FillIn, FilledIn>
{
    public async Task<FilledIn> Handle(FillIn request, CancellationToken cancellationToken)
    {
        if (await flows.ReadAsync(request.Step.Token, cancellationToken) is not { } ticket)
            return new FilledIn.Refused($"{new FormTexts(Language.Swahili).Over} {new FormTexts(Language.English).Over}");

        var teacher = await teachers.GetAsync(ticket.Teacher, cancellationToken);
        var texts = new FormTexts(teacher.Language);
        if (teacher.State is TeacherState.Blocked or TeacherState.InReview)
            return new FilledIn.Refused(texts.Closed);

        var form = await FormAsync(ticket.Form, teacher, cancellationToken);
        if (ticket.IsOver || (request.Step.Screen is { Length: > 0 } screen && !form.Screens.Contains(screen)))
            return new FilledIn.Refused(texts.Over, teacher.Id, FlowMessages.For(ticket.Form, teacher, flows));

        if (request.Step.Action != FlowAction.Send || request.Step.Screen is not { Length: > 0 } sent)
            return form.First();
        if (form.Take(sent, request.Step.Data) is { } next)
            return next;

        flows.Use(ticket);
        return Finished(ticket.Form, teacher, await catalogues.GetAsync(cancellationToken));
    }

    private async Task<Form> FormAsync(FlowForm form, Teacher teacher, CancellationToken cancellationToken) =>
        form == FlowForm.Profile
            ? new ProfileForm(teacher, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime))
            : new ClassesForm(teacher, await catalogues.GetAsync(cancellationToken));

    private FilledIn.Finished Finished(FlowForm form, Teacher teacher, Catalogue catalogue)
    {
        var texts = new OnboardingTexts(teacher.Language);
        var wasOnboarding = teacher.State == TeacherState.Onboarding;
        var isActiveNow = teacher.FinishOnboarding();
        OutgoingContent said = isActiveNow ? new TextContent(Summary.Of(teacher, catalogue))
            : wasOnboarding ? FlowMessages.For(teacher.Name is null ? FlowForm.Profile : FlowForm.Classes, teacher, flows)
            : form == FlowForm.Profile ? new TextContent(texts.ProfileSaved(Summary.Profile(teacher)))
            : new TextContent(texts.ClassesSaved(Summary.Classes(teacher, catalogue)));
        if (isActiveNow)
            teacher.StopAsking();
        return new FilledIn.Finished(teacher.Id, [said], isActiveNow);
    }
}
