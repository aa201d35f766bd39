using MediatR;
using Twiga.Application.Common;
using Twiga.Application.Onboarding;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Messaging;

/// <summary>Asks in the talk what a form was to ask that WhatsApp did not let out.</summary>
public sealed record AskInTalk(TeacherId Teacher, string FlowId) : IQueued
{
    public string Lane => $"teacher:{Teacher}";

    public string Mailbox => $"ask:{Teacher}:{FlowId}";
}

internal sealed class AskInTalkHandler(IMediator mediator, IMessages messages) : AsyncRequestHandler<AskInTalk>
{
    protected override async Task Handle(AskInTalk request, CancellationToken cancellationToken)
    {
        var questions = await mediator.Send(new AskWithoutForm(request.Teacher, request.FlowId), cancellationToken);
        messages.Tell(request.Teacher, nameof(Onboarding), questions);
    }
}
