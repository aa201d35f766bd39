using Microsoft.Extensions.AI;

namespace Twiga.Application.Common;

/// <summary>The language models that operators configured, each with its fallbacks behind it.</summary>
public interface ILanguageModels
{
    ModelLimits Limits { get; }

    /// <summary>The model for a use: a tool's name, or <c>converse</c> for the talk. Whoever asks does not dispose it.</summary>
    IChatClient For(string use);
}

/// <summary>How much a request to the model may hold, how often one turn may go back to its tools, and how many calls one
/// piece of work may have under way.</summary>
public sealed record ModelLimits(int ContextTokens = 16_000, int MaxToolRounds = 8, int ConcurrentCalls = 8);
