using MediatR;

namespace Twiga.Application.Onboarding;

/// <summary>Brings both forms to WhatsApp as they are in this version; what is there already stays.</summary>
public sealed record PublishFlows(Uri Endpoint) : IRequest<IReadOnlyList<PublishedFlow>>;

/// <param name="WasNew">False where the same file had been published before.</param>
public sealed record PublishedFlow(FlowForm Form, string Id, string Name, bool WasNew);

internal sealed class PublishFlowsHandler(IFlowRegistry registry)
    : IRequestHandler<PublishFlows, IReadOnlyList<PublishedFlow>>
{
    public async Task<IReadOnlyList<PublishedFlow>> Handle(PublishFlows request, CancellationToken cancellationToken)
    {
        var published = new List<PublishedFlow>();
        foreach (var form in Enum.GetValues<FlowForm>())
            published.Add(await registry.PublishAsync(form, FlowForms.Json(form), request.Endpoint, cancellationToken));
        return published;
    }
}
