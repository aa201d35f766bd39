using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace Twiga.Simulator.Flows;

/// <summary>A Flow as Meta keeps it: DRAFT, PUBLISHED or DEPRECATED.</summary>
internal sealed record KeptFlow(string Id, string Name, string Status)
{
    public IReadOnlyList<string> Categories { get; init; } = [];
    public string? EndpointUri { get; init; }
    public string? Json { get; init; }
}

/// <summary>Keeps Flows and the business' public key, in the data directory where there is one.</summary>
internal sealed class FlowShelf
{
    private const long FirstId = 1_200_000_000_000_000;
    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<string, KeptFlow> _flows = [];
    private readonly string? _path;

    public FlowShelf(SimulatorOptions options)
    {
        if (options.DataDirectory is null)
            return;
        _path = Path.Combine(Directory.CreateDirectory(options.DataDirectory).FullName, "flows.json");
        if (!File.Exists(_path) || JsonSerializer.Deserialize<Content>(File.ReadAllText(_path), Json.Options) is not { } kept)
            return;
        BusinessKey = kept.BusinessKey;
        foreach (var flow in kept.Flows)
            _flows[flow.Id] = flow;
    }

    /// <summary>The public key as PEM; null until it is uploaded.</summary>
    public string? BusinessKey { get; private set; }

    public IReadOnlyList<KeptFlow> All => [.. _flows.Values.OrderBy(flow => flow.Id, StringComparer.Ordinal)];

    public KeptFlow? Find(string? id) => id is null ? null : _flows.GetValueOrDefault(id);

    public KeptFlow Create(string name, IReadOnlyList<string> categories, string? endpointUri)
    {
        lock (_lock)
        {
            var id = (FirstId + BitConverter.ToUInt32(Guid.NewGuid().ToByteArray())).ToString(CultureInfo.InvariantCulture);
            return Put(new KeptFlow(id, name, "DRAFT") { Categories = categories, EndpointUri = endpointUri });
        }
    }

    public KeptFlow Put(KeptFlow flow)
    {
        lock (_lock)
        {
            _flows[flow.Id] = flow;
            Save();
            return flow;
        }
    }

    public void Remove(string id)
    {
        lock (_lock)
        {
            _flows.TryRemove(id, out _);
            Save();
        }
    }

    public void PutKey(string pem)
    {
        lock (_lock)
        {
            BusinessKey = pem;
            Save();
        }
    }

    private void Save()
    {
        if (_path is null)
            return;
        File.WriteAllText(_path + ".new", JsonSerializer.Serialize(new Content(BusinessKey, All), Json.Options));
        File.Move(_path + ".new", _path, overwrite: true);
    }

    private sealed record Content(string? BusinessKey, IReadOnlyList<KeptFlow> Flows);
}
