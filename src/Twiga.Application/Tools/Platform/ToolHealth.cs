using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Twiga.Application.Common;

namespace Twiga.Application.Tools;

/// <summary>
/// Watches in this process how the calls of each tool end: one that failed more often than it worked within the last
/// hour is told to the operators, in the log when it begins and as <c>twiga.tool.failing</c> while it lasts.
/// </summary>
internal sealed partial class ToolHealth
{
    /// <summary>One fault alone is an accident.</summary>
    private const int FaultsAtLeast = 2;

    private static readonly TimeSpan Watched = TimeSpan.FromHours(1);
    private static readonly Counter<long> Calls = Tracing.Counter("twiga.tool.calls");

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Record> _records;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    public ToolHealth(IEnumerable<string> tools, TimeProvider time, ILogger logger)
    {
        _records = tools.ToDictionary(t => t, _ => new Record());
        (_time, _logger) = (time, logger);
        foreach (var tool in _records.Keys)
        {
            foreach (var outcome in ToolOutcome.All)
                Calls.Add(0, new("tool", tool), new("outcome", outcome));
        }

        Tracing.Meter.CreateObservableGauge("twiga.tool.failing", Measure);
    }

    public void Ended(string tool, string outcome)
    {
        Calls.Add(1, new("tool", tool), new("outcome", outcome));
        if (outcome is not (ToolOutcome.Success or ToolOutcome.Fault))
            return;

        lock (_gate)
        {
            var record = _records[tool];
            record.Add(_time.GetUtcNow(), outcome == ToolOutcome.Fault);
            Judge(tool, record);
        }
    }

    private List<Measurement<int>> Measure()
    {
        lock (_gate)
        {
            return
            [
                .. _records.Select(r => new Measurement<int>(
                    Judge(r.Key, r.Value) ? 1 : 0, new KeyValuePair<string, object?>("tool", r.Key))),
            ];
        }
    }

    private bool Judge(string tool, Record record)
    {
        record.Forget(_time.GetUtcNow() - Watched);
        var (was, works) = (record.IsFailing, record.Calls - record.Faults);
        record.IsFailing = record.Faults >= FaultsAtLeast && record.Faults > works;
        if (record.IsFailing && !was)
            Failing(tool, record.Faults, record.Calls);
        else if (was && !record.IsFailing)
            WorksAgain(tool);
        return record.IsFailing;
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "Tool {Tool} failed at {Faults} of its {Calls} calls within the hour: an operator has to look")]
    private partial void Failing(string tool, int faults, int calls);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Tool {Tool} no longer fails more often than it works")]
    private partial void WorksAgain(string tool);

    private sealed class Record
    {
        private readonly Queue<(DateTimeOffset At, bool IsFault)> _ends = [];

        public int Calls => _ends.Count;

        public int Faults { get; private set; }

        public bool IsFailing { get; set; }

        public void Add(DateTimeOffset at, bool isFault)
        {
            _ends.Enqueue((at, isFault));
            Faults += isFault ? 1 : 0;
        }

        public void Forget(DateTimeOffset until)
        {
            while (_ends.TryPeek(out var oldest) && oldest.At <= until)
                Faults -= _ends.Dequeue().IsFault ? 1 : 0;
        }
    }
}

/// <summary>How a tool's call ended, as the metrics name it.</summary>
internal static class ToolOutcome
{
    public const string Success = "success";
    public const string Refusal = "refusal";
    public const string Fault = "fault";
    public const string Repeated = "repeated";

    public static readonly string[] All = [Success, Refusal, Fault, Repeated];
}
