using System.Text.Json;
using System.Threading.Channels;
using Twiga.Simulator.Faults;
using Twiga.Simulator.Models;
using Twiga.Simulator.Phones;

namespace Twiga.Simulator.Control;

/// <summary>One thing that happened in a run; one of its contents is set.</summary>
public sealed record RecordedLine
{
    public DateTimeOffset At { get; init; }
    public Said? Said { get; init; }
    public FaultSet? Faults { get; init; }
    public GraphCall? Graph { get; init; }
    public ModelCall? Model { get; init; }
}

/// <summary>Writes a run to a file of JSON lines while it is on.</summary>
internal sealed class Recorder : IAsyncDisposable
{
    private readonly FaultBoard _faults;
    private readonly TimeProvider _clock;
    private Channel<RecordedLine>? _lines;
    private Task _writing = Task.CompletedTask;

    public Recorder(Handset handset, FaultBoard faults, Ledger ledger, TimeProvider clock)
    {
        (_faults, _clock) = (faults, clock);
        handset.Happened += said => Add(new RecordedLine { Said = said });
        faults.Changed += set => Add(new RecordedLine { Faults = set });
        ledger.Graph.Added += call => Add(new RecordedLine { Graph = call });
        ledger.Model.Added += call => Add(new RecordedLine { Model = call });
    }

    public string? Name { get; private set; }

    public async Task StartAsync(string name, string path)
    {
        await StopAsync();
        Name = name;
        _lines = Channel.CreateUnbounded<RecordedLine>();
        _writing = WriteAsync(_lines.Reader, path);
        Add(new RecordedLine { Faults = _faults.Show() });
    }

    public async Task StopAsync()
    {
        (var lines, _lines, Name) = (_lines, null, null);
        lines?.Writer.TryComplete();
        await _writing;
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private void Add(RecordedLine line) => _lines?.Writer.TryWrite(line with { At = _clock.GetUtcNow() });

    private static async Task WriteAsync(ChannelReader<RecordedLine> lines, string path)
    {
        await using var file = new StreamWriter(path, append: false);
        while (await lines.WaitToReadAsync())
        {
            while (lines.TryRead(out var line))
                await file.WriteLineAsync(JsonSerializer.Serialize(line, Json.Options));
            await file.FlushAsync();
        }
    }
}

/// <summary>Plays a recorded run again: the same messages and faults, at the same pace or another.</summary>
internal sealed class Player(Handset handset, FaultBoard faults, Script script, TimeProvider clock)
{
    /// <summary>Speed 0 plays without pauses; messages get new ids, so that they are new to the Api.</summary>
    public async Task<int> PlayAsync(string path, double speed, bool withModel, CancellationToken cancellation)
    {
        var lines = await ReadAsync(path, cancellation);
        if (withModel)
            script.Add(lines.Select(line => line.Model).OfType<ModelCall>().Where(call => call.Content is not null ||
                call.ToolCalls.Count > 0).Select(Scripted));
        var played = 0;
        DateTimeOffset? before = null;
        foreach (var line in lines.Where(line => line.Said is not null || line.Faults is not null))
        {
            if (speed > 0 && before is { } last && line.At > last)
                await Task.Delay((line.At - last) / speed, clock, cancellation);
            before = line.At;
            if (line.Faults is { } set)
                faults.Set(set);
            if (line.Said is not { } said)
                continue;
            handset.Say(said with { Id = null, At = null });
            played++;
        }

        return played;
    }

    private static ScriptedReply Scripted(ModelCall call) => new()
    {
        Match = call.Question,
        Schema = call.Schema,
        AfterTools = call.AfterTools,
        Content = call.Content,
        ToolCalls =
        [
            .. call.ToolCalls.Select(text => text.Split(' ', 2)).Select(parts =>
                new ScriptedCall(parts[0], JsonSerializer.SerializeToElement(parts[1]))),
        ],
    };

    private static async Task<List<RecordedLine>> ReadAsync(string path, CancellationToken cancellation)
    {
        var lines = new List<RecordedLine>();
        await foreach (var text in File.ReadLinesAsync(path, cancellation))
            lines.Add(JsonSerializer.Deserialize<RecordedLine>(text, Json.Options)!);
        return lines;
    }
}
