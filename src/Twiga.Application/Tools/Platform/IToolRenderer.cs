using Twiga.Domain.Messaging;

namespace Twiga.Application.Tools;

/// <summary>What a teacher gets beside the words when a tool has succeeded: pictures, documents, buttons.</summary>
internal interface IToolRenderer<in TTool, in TResult>
    where TTool : ITool<TResult>
{
    Task<IReadOnlyList<OutgoingContent>> RenderAsync(
        TTool call, TResult result, TurnContext turn, CancellationToken cancellationToken);
}
