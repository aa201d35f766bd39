using MediatR;

namespace Twiga.Application.Common.Behaviors;

internal sealed class SaveBehavior<TRequest, TAnswer>(IChanges changes) : IPipelineBehavior<TRequest, TAnswer>
    where TRequest : ISaved
{
    public async Task<TAnswer> Handle(
        TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TAnswer> next)
    {
        var answer = await next();
        await changes.SaveAsync(cancellationToken);
        return answer;
    }
}
