using MediatR;
using Twiga.Application.Common;
using Twiga.Domain.Messaging;

namespace Twiga.Application.Messaging;

/// <summary>A status told later that WhatsApp refuses a template.</summary>
public sealed record RestTemplate(string Name, string LanguageCode, int Code) : IQueued
{
    public string Lane => $"template:{Name}:{LanguageCode}";
}

internal sealed class RestTemplateHandler(ITemplates templates) : AsyncRequestHandler<RestTemplate>
{
    protected override Task Handle(RestTemplate request, CancellationToken cancellationToken) => templates.RefusedAsync(
        new TemplateContent(request.Name, request.LanguageCode), request.Code, cancellationToken);
}
