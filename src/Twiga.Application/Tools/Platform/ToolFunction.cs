using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using FluentValidation;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Twiga.Application.Common;
using Twiga.Domain;

namespace Twiga.Application.Tools;

/// <summary>A tool as the model calls it in one turn. Whatever happens, the model gets a sentence.</summary>
internal sealed partial class ToolFunction(
    ToolDefinition tool,
    JsonElement schema,
    TurnMemory turn,
    IServiceScopeFactory scopes,
    TimeProvider time,
    ToolHealth health,
    ILogger logger) : AIFunction
{
    private const string Faulted =
        "This failed because of a fault on our side. Make nothing up in its place: say that it did not work just now.";

    private const string TookTooLong =
        "This took too long and was stopped. Make nothing up in its place: say that it did not work just now.";

    private const string Repeated = "You made this very call before in this turn; its result stands above. Use it.";

    public override string Name => tool.Name;

    public override string Description => tool.Description;

    public override JsonElement JsonSchema { get; } = schema;

    protected override async ValueTask<object?> InvokeCoreAsync(
        AIFunctionArguments arguments, CancellationToken cancellationToken)
    {
        using var span = Tracing.Source.StartActivity("tool");
        span?.SetTag("tool.name", Name);
        var place = FunctionInvokingChatClient.CurrentContext is { } c ? (c.Iteration, c.FunctionCallIndex) : default;
        turn.Note(new CalledTool(Name, arguments.TryGetValue("class", out var named) ? named?.ToString() : null));
        if (!turn.IsFirst(Name, JsonSerializer.Serialize(arguments.OrderBy(a => a.Key), ToolJson.Options)))
            return Ended(ToolOutcome.Repeated, Repeated);

        using var limit = new CancellationTokenSource(tool.TimeLimit, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            var call = tool.Read(arguments, JsonObject.Create(JsonSchema)!);
            return Ended(ToolOutcome.Success, turn.Fit(await RunAsync(call, place, stop.Token)));
        }
        catch (ToolRefusedException refusal)
        {
            return Ended(ToolOutcome.Refusal, $"Not done: {refusal.Message}");
        }
        catch (DomainException rule)
        {
            return Ended(ToolOutcome.Refusal, $"Not done: {rule.Message}");
        }
        catch (ValidationException faults)
        {
            return Ended(ToolOutcome.Refusal, $"Not done: {string.Join(" ", faults.Errors.Select(e => e.ErrorMessage))}");
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            Failed(Name, "time limit");
            return Ended(ToolOutcome.Fault, TookTooLong);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            Failed(Name, fault.GetType().Name);
            return Ended(ToolOutcome.Fault, Faulted);
        }
    }

    private async Task<string> RunAsync(object call, (int, int) place, CancellationToken cancellationToken)
    {
        try
        {
            return await OnceAsync(call, place, cancellationToken);
        }
        catch (ModelUnavailableException passing)
        {
            Failed(Name, passing.GetType().Name);
            return await OnceAsync(call, place, cancellationToken);
        }
    }

    private async Task<string> OnceAsync(object call, (int, int) place, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<TurnContext>();
        context.Enter(turn);
        var said = await tool.RunAsync(scope.ServiceProvider, call, context, cancellationToken);
        turn.Succeeded(place, context, tool.Progress.In(turn.Language));
        return said;
    }

    private string Ended(string outcome, string said)
    {
        health.Ended(Name, outcome);
        Activity.Current?.SetTag("tool.outcome", outcome);
        return said;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Tool {Tool} failed with {Fault}")]
    private partial void Failed(string tool, string fault);
}
