using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Twiga.Domain.Curriculum;

namespace Twiga.Application.Tools;

/// <summary>Every tool there is, found by scanning, and what the model gets of them in a turn.</summary>
internal sealed class Toolbox
{
    private const int OffersKept = 500;

    private readonly IReadOnlyList<ToolDefinition> _tools;
    private readonly IServiceScopeFactory _scopes;
    private readonly TimeProvider _time;
    private readonly ILogger<Toolbox> _logger;
    private readonly ToolHealth _health;
    private readonly ConcurrentDictionary<string, IReadOnlyList<Offer>> _offers = new();

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
        [.. OffersFor(turn.Classes).Select(o => new ToolFunction(o.Tool, o.Schema, turn, _scopes, _time, _health, _logger))];

    /// <summary>Made once for all teachers of the same classes.</summary>
    private IReadOnlyList<Offer> OffersFor(IReadOnlyList<SchoolClass> classes)
    {
        if (_offers.Count > OffersKept)
            _offers.Clear();
        return _offers.GetOrAdd(string.Join('\n', classes.Select(c => c.English)), _ =>
            [.. from tool in _tools
                let schema = tool.SchemaFor(classes)
                where schema is not null
                select new Offer(tool, JsonSerializer.SerializeToElement(schema))]);
    }

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

    private sealed record Offer(ToolDefinition Tool, JsonElement Schema);
}
