using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.AI;
using Twiga.Application.Common;

namespace Twiga.Infrastructure.LanguageModels;

/// <summary>Counts calls, seconds and tokens by use and model, and adds them to the tally of the turn.</summary>
internal sealed class Accounting(IChatClient inner, string use, string model) : DelegatingChatClient(inner)
{
    private static readonly Counter<long> Used = Tracing.Counter("twiga.model.tokens");

    public override Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        ModelCall.MeasureAsync(use, model, async span =>
        {
            var asked = messages as IReadOnlyList<ChatMessage> ?? [.. messages];
            var response = await base.GetResponseAsync(asked, options, cancellationToken);
            response.Usage ??= Estimate(asked, response);
            Count(response.Usage, span);
            return response;
        });

    private void Count(UsageDetails usage, Activity? span)
    {
        TokenTally.Add(usage);
        Used.Add(usage.InputTokenCount ?? 0, new("use", use), new("model", model), new("direction", "input"));
        Used.Add(usage.OutputTokenCount ?? 0, new("use", use), new("model", model), new("direction", "output"));
        span?.SetTag("model.tokens.input", usage.InputTokenCount).SetTag("model.tokens.output", usage.OutputTokenCount);
    }

    private static UsageDetails Estimate(IReadOnlyList<ChatMessage> asked, ChatResponse response)
    {
        var (input, output) = (asked.Sum(m => Tokens.Count(m.Text)), Tokens.Count(response.Text));
        return new() { InputTokenCount = input, OutputTokenCount = output, TotalTokenCount = input + output };
    }
}
