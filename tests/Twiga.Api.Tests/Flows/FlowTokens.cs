using Microsoft.Extensions.Options;
using Twiga.Application.Onboarding;
using Twiga.Domain.Teachers;
using Twiga.Infrastructure.Persistence;
using Twiga.Infrastructure.WhatsApp;

namespace Twiga.Api.Tests.Flows;

internal static class FlowTokens
{
    /// <summary>For the key of 32 zeros.</summary>
    public static string For(TeacherId teacher, TwigaContext context)
    {
        var options = Options.Create(new FlowsOptions { TokenKey = Convert.ToBase64String(new byte[32]) });
        var flows = new Infrastructure.WhatsApp.Flows(
            options, context, new Infrastructure.WhatsApp.FlowRest(), TimeProvider.System);
        return flows.Invite(FlowForm.Profile, teacher).Token;
    }
}
