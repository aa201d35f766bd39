using MediatR;
using Twiga.Application.Tools;

namespace Twiga.Application.Common.Behaviors;

/// <summary>The class is one of hers, whatever the model says.</summary>
internal sealed class OwnClassBehavior<TRequest, TAnswer>(TurnContext turn) : IPipelineBehavior<TRequest, TAnswer>
    where TRequest : IForClass
{
    public Task<TAnswer> Handle(
        TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TAnswer> next)
    {
        if (request.Class is { } name)
            _ = turn.Named(name);
        return next();
    }
}
