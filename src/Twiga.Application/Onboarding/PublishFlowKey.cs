using MediatR;

namespace Twiga.Application.Onboarding;

/// <summary>Gives WhatsApp the public half of the key with which the data endpoint decrypts.</summary>
public sealed record PublishFlowKey : IRequest<string>;

internal sealed class PublishFlowKeyHandler(IFlowRegistry registry) : IRequestHandler<PublishFlowKey, string>
{
    public Task<string> Handle(PublishFlowKey request, CancellationToken cancellationToken) =>
        registry.PublishKeyAsync(cancellationToken);
}
