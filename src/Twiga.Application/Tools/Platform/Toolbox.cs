using System.Reflection;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Twiga.Application.Tools;

/// <summary>Every tool there is, found by scanning, and what the model gets of them in a turn.</summary>
internal sealed class Toolbox
{
    private readonly IReadOnlyList<ToolDefinition> _tools;
    private readonly IServiceScopeFactory _scopes;
    private readonly TimeProvider _time;
    private readonly ILogger<Toolbox> _logger;
    private readonly ToolHealth _health;

    public Toolbox(IServiceScopeFactory scopes, TimeProvider time, ILogger<Toolbox> logger, params Assembly[] where)
    {
        (_scopes, _time, _logger) = (scopes, time, logger);
        _tools = [.. where.SelectMany(a => a.GetTypes()).Select(Define).OfType<ToolDefinition>().OrderBy(t => t.Name)];
        _health = new ToolHealth(Names, time, logger);
    }

    public IReadOnlyList<string> Names => [.. _tools.Select(t => t.Name)];

    internal IReadOnlyList<ToolDefinition> Tools => _tools;

    /// <summary>The tools for one turn, bound to its teacher and her classes.</summary>
    public IReadOnlyList<AIFunction> For(TurnMemory turn) =>
        [.. from tool in _tools
            let schema = tool.SchemaFor(turn.Classes)
            where schema is not null
            select new ToolFunction(tool, schema, turn, _scopes, _time, _health, _logger)];

    private static ToolDefinition? Define(Type type)
    {
        var tool = type.IsAbstract
            ? null
            : type.GetInterfaces()
                .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ITool<>));
        return tool is null
            ? null
            : (ToolDefinition)Activator.CreateInstance(
                typeof(ToolDefinition<,>).MakeGenericType(type, tool.GetGenericArguments()[0]))!;
    }
}
