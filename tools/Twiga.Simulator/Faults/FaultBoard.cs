namespace Twiga.Simulator.Faults;

/// <summary>The switches: says which faults a call meets, and counts them down.</summary>
internal sealed class FaultBoard
{
    private readonly Lock _lock = new();
    private readonly FaultSet _start;
    private readonly LiveFeed _feed;
    private volatile FaultSet _current;
    private List<(FaultRule Rule, int? Left)> _graph = [];
    private List<(FaultRule Rule, int? Left)> _model = [];
    private Random _chance;

    public FaultBoard(SimulatorOptions options, LiveFeed feed)
    {
        _feed = feed;
        _start = new FaultSet { Seed = options.Seed, Statuses = new() { Posted = options.Statuses } };
        _current = _start;
        _chance = new Random(options.Seed);
    }

    public event Action<FaultSet>? Changed;

    public WebhookFaults Webhooks => _current.Webhooks;

    public StatusFaults Statuses => _current.Statuses;

    public Pace Pace => _current.Pace;

    public FaultSet Show()
    {
        lock (_lock)
            return _current with { Graph = Remaining(_graph), Model = Remaining(_model) };
    }

    public void Set(FaultSet faults)
    {
        lock (_lock)
        {
            _current = faults;
            _chance = new Random(faults.Seed);
            _graph = [.. faults.Graph.Select(rule => (rule, rule.Next))];
            _model = [.. faults.Model.Select(rule => (rule, rule.Next))];
        }

        Tell();
    }

    public void Reset() => Set(_start);

    public void Add(bool graph, FaultRule rule)
    {
        lock (_lock)
            (graph ? _graph : _model).Add((rule, rule.Next));
        Tell();
    }

    public Met OnGraph(string call, string? teacher) => Meet(_graph, call, teacher);

    public Met OnModel(string call) => Meet(_model, call, null);

    public int Between(int low, int high)
    {
        lock (_lock)
            return _chance.Next(low, high);
    }

    private void Tell()
    {
        var now = Show();
        Changed?.Invoke(now);
        _feed.Tell("faults", now);
    }

    private Met Meet(List<(FaultRule Rule, int? Left)> rules, string call, string? teacher)
    {
        if (rules.Count == 0)
            return default;
        var used = false;
        var delay = 0;
        FaultRule? fault = null;
        lock (_lock)
        {
            for (var i = 0; i < rules.Count; i++)
            {
                var (rule, left) = rules[i];
                if (left == 0 || (rule.On is { } on && on != call) || (rule.Teacher is { } who && who != teacher))
                    continue;
                var isDelay = rule.Kind == "delay";
                if (!isDelay && fault is not null)
                    continue;
                if (rule.Probability is { } chance && _chance.NextDouble() >= chance)
                    continue;
                if (left is { } count)
                    (rules[i], used) = ((rule, count - 1), true);
                delay += rule.Milliseconds;
                fault = isDelay ? fault : rule;
            }

            rules.RemoveAll(entry => entry.Left == 0);
        }

        if (used)
            _feed.Tell("faults", Show());
        return new Met(delay, fault);
    }

    private static List<FaultRule> Remaining(List<(FaultRule Rule, int? Left)> rules) =>
        [.. rules.Select(entry => entry.Rule with { Next = entry.Left })];
}

/// <summary>What one call meets.</summary>
internal readonly record struct Met(int DelayMilliseconds, FaultRule? Fault);
