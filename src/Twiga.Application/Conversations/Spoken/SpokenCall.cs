using Microsoft.Extensions.AI;

namespace Twiga.Application.Conversations;

internal static class SpokenCall
{
    /// <summary>A call with an id of its own, so that its result can be paired with it.</summary>
    public static FunctionCallContent Of(string name, Dictionary<string, object?> arguments) =>
        new($"call_{Guid.CreateVersion7():N}", name, arguments);
}
