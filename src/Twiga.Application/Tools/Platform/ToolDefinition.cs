using System.ComponentModel;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Twiga.Domain.Curriculum;

namespace Twiga.Application.Tools;

/// <summary>A tool as its record describes it.</summary>
internal abstract class ToolDefinition(Type tool)
{
    private static readonly TimeSpan UsualLimit = TimeSpan.FromSeconds(30);

    private readonly JsonObject _schema = ToolJson.Schema(tool);

    public string Name { get; } = JsonNamingPolicy.SnakeCaseLower.ConvertName(tool.Name);

    public string Description { get; } =
        tool.GetCustomAttribute<DescriptionAttribute>()?.Description
        ?? throw new InvalidOperationException($"{tool.Name} has no [Description] for the model.");

    public ProgressAttribute Progress { get; } =
        tool.GetCustomAttribute<ProgressAttribute>()
        ?? throw new InvalidOperationException($"{tool.Name} has no [Progress] words for the teacher.");

    public TimeSpan TimeLimit { get; } =
        tool.GetCustomAttribute<TimeLimitAttribute>() is { } limit ? TimeSpan.FromSeconds(limit.Seconds) : UsualLimit;

    /// <summary>The schema for a teacher, with her classes as the choices; null where it needs a class and she has none.</summary>
    public JsonObject? SchemaFor(IReadOnlyList<SchoolClass> classes)
    {
        var schema = (JsonObject)_schema.DeepClone();
        foreach (var property in tool.GetProperties().Where(p => p.PropertyType == typeof(ClassName)))
        {
            var name = JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name);
            var required = schema["required"] is JsonArray all && all.Any(r => r!.GetValue<string>() == name);
            if (classes.Count == 0 && required)
                return null;

            if (classes.Count == 0)
                ((JsonObject)schema["properties"]!).Remove(name);
            else
                schema["properties"]![name]!["enum"] = Choices(classes, required);
        }

        return schema;
    }

    public abstract Task<string> RunAsync(
        IServiceProvider scope, object call, TurnContext turn, CancellationToken cancellationToken);

    public object Read(IDictionary<string, object?> arguments, JsonObject schema) =>
        new ToolArguments(tool, schema).Read(arguments);

    private static JsonArray Choices(IReadOnlyList<SchoolClass> classes, bool required)
    {
        var choices = new JsonArray([.. classes.Select(c => JsonValue.Create(c.English))]);
        if (!required)
            choices.Add(null);
        return choices;
    }
}

internal sealed class ToolDefinition<TTool, TResult>() : ToolDefinition(typeof(TTool))
    where TTool : ITool<TResult>
{
    public override async Task<string> RunAsync(
        IServiceProvider scope, object call, TurnContext turn, CancellationToken cancellationToken)
    {
        var tool = (TTool)call;
        var result = await scope.GetRequiredService<IMediator>().Send(tool, cancellationToken);
        foreach (var renderer in scope.GetServices<IToolRenderer<TTool, TResult>>())
        {
            foreach (var content in await renderer.RenderAsync(tool, result, turn, cancellationToken))
                turn.Attach(content);
        }

        return result switch
        {
            string words => words,
            IToolResult said => said.ForModel,
            _ => JsonSerializer.Serialize(result, result!.GetType(), ToolJson.Options),
        };
    }
}
