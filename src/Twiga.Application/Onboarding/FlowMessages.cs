using Twiga.Application.Common;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Onboarding;

/// <summary>The messages that open a form, each with a token of its own.</summary>
internal static class FlowMessages
{
    public static FlowContent For(FlowForm form, Teacher teacher, IFlows flows)
    {
        var texts = new OnboardingTexts(teacher.Language);
        var invitation = flows.Invite(form, teacher.Id);
        return form == FlowForm.Profile
            ? new FlowContent(texts.ProfileForm, texts.OpenProfileForm, invitation.FlowId, invitation.Token)
            : new FlowContent(texts.ClassesForm, texts.OpenClassesForm, invitation.FlowId, invitation.Token);
    }
}
