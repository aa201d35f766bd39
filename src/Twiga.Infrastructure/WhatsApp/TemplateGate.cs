using Twiga.Application.Messaging;
using Twiga.Domain.Messaging;

namespace Twiga.Infrastructure.WhatsApp;

/// <summary>Spares WhatsApp what it would refuse: messages that were waiting when their template was refused.</summary>
internal sealed class TemplateGate(IWhatsApp inner, ITemplates templates) : IWhatsApp
{
    public async Task<SendOutcome> SendAsync(
        OutgoingMessage message, Addressee addressee, CancellationToken cancellationToken)
    {
        if (message.Content is not TemplateContent template)
            return await inner.SendAsync(message, addressee, cancellationToken);
        if (await templates.RefusedSinceAsync(template, message.CreatedAt, cancellationToken) is { } code)
            return new SendOutcome.Refused(code, "Not tried: its template was refused just before.");

        var outcome = await inner.SendAsync(message, addressee, cancellationToken);
        if (outcome is SendOutcome.Accepted && message.SendingSince is { } begun)
            await templates.AcceptedAsync(template, begun, cancellationToken);
        else if (outcome is SendOutcome.Refused refused && Refusal.ClosesTemplate(refused.Code))
            await templates.RefusedAsync(template, refused.Code, cancellationToken);
        return outcome;
    }

    public Task ShowTypingAsync(string wamid, CancellationToken cancellationToken) =>
        inner.ShowTypingAsync(wamid, cancellationToken);
}
