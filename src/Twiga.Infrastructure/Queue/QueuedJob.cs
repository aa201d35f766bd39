using System.Collections.Frozen;
using System.Diagnostics;
using System.Text.Json;
using Twiga.Application.Common;

namespace Twiga.Infrastructure.Queue;

/// <summary>A command as a row to be: its type's name and its properties as JSON.</summary>
internal sealed record QueuedJob(
    string Kind, string Payload, string Lane, string? Mailbox, DateTimeOffset RunAt, int DeadlineSeconds, string? Trace)
{
    private static readonly FrozenDictionary<string, Type> Kinds = typeof(IQueued).Assembly.GetTypes()
        .Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IQueued)))
        .ToFrozenDictionary(t => t.Name);

    public static IEnumerable<string> KindNames => Kinds.Keys;

    private static readonly JsonSerializerOptions Json = new()
    {
        IgnoreReadOnlyProperties = true,
        Converters = { new IdJsonConverterFactory() },
    };

    public static QueuedJob For(IQueued command, DateTimeOffset runAt) => new(
        command.GetType().Name,
        JsonSerializer.Serialize(command, command.GetType(), Json),
        command.Lane,
        command.Mailbox,
        runAt,
        (int)command.Deadline.TotalSeconds,
        Activity.Current?.Id);

    public static IQueued Read(string kind, string payload) =>
        (IQueued)JsonSerializer.Deserialize(payload, Kinds[kind], Json)!;
}
