using System.Text.Json;

namespace Twiga.Simulator.Control;

/// <summary>A call to the Graph API as it was received and answered.</summary>
public sealed record GraphCall
{
    public long Number { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>messages, read, media, or another name of the last part of the address.</summary>
    public required string Route { get; init; }

    public string? To { get; init; }
    public string? Recipient { get; init; }
    public string? Type { get; init; }
    public string? Text { get; init; }
    public string? CallbackId { get; init; }
    public string? Wamid { get; init; }

    /// <summary>For a read receipt: the message that was read.</summary>
    public string? MessageId { get; init; }

    public bool Typing { get; init; }
    public bool Accepted { get; init; }

    /// <summary>The HTTP status; 0 where the connection was dropped instead of answered.</summary>
    public int Status { get; init; }

    public int? Code { get; init; }
    public string? Details { get; init; }
    public string? Body { get; init; }
}

/// <summary>A call to the model or the embedder.</summary>
public sealed record ModelCall
{
    public long Number { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>chat or embeddings.</summary>
    public required string Route { get; init; }

    public string? Model { get; init; }

    /// <summary>Whether tools had answered in this turn.</summary>
    public bool AfterTools { get; init; }

    public JsonElement? Messages { get; init; }
    public IReadOnlyList<string> Tools { get; init; } = [];
    public string? Schema { get; init; }
    public string? Question { get; init; }
    public string? Content { get; init; }
    public IReadOnlyList<string> ToolCalls { get; init; } = [];
    public int PromptTokens { get; init; }
    public int CompletionTokens { get; init; }
    public int Inputs { get; init; }
    public int Status { get; init; }

    /// <summary>The fault it met, or "script" where a queued reply was given.</summary>
    public string? By { get; init; }
}

/// <summary>One try at posting a webhook to the Api.</summary>
public sealed record WebhookPost
{
    public long Number { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>message, status or raw.</summary>
    public required string Kind { get; init; }

    public string? Wamid { get; init; }
    public int Attempt { get; init; }

    /// <summary>The Api's status; 0 where no answer came.</summary>
    public int Status { get; init; }

    public string? Problem { get; init; }
    public double Milliseconds { get; init; }
}

/// <summary>One request to the Flow data endpoint.</summary>
public sealed record FlowExchange
{
    public long Number { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>INIT, BACK, data_exchange, or error for a notice that an answer could not be used.</summary>
    public required string Action { get; init; }

    /// <summary>The screen it was asked from.</summary>
    public string? Screen { get; init; }

    /// <summary>The screen that was answered.</summary>
    public string? Shown { get; init; }

    /// <summary>The HTTP status; 0 where no answer came.</summary>
    public int Status { get; init; }

    public string? Problem { get; init; }
    public double Milliseconds { get; init; }
}

public sealed record Page<T>(long Total, long Kept, IReadOnlyList<T> Items);

/// <summary>What happened, newest kept, oldest dropped beyond the limit.</summary>
internal sealed class Ledger(SimulatorOptions options, TimeProvider clock)
{
    public Roll<GraphCall> Graph { get; } = new(options.KeepGraphCalls);

    public Roll<ModelCall> Model { get; } = new(options.KeepModelCalls);

    public Roll<WebhookPost> Webhooks { get; } = new(options.KeepWebhooks);

    public Roll<FlowExchange> Flows { get; } = new(options.KeepModelCalls);

    public void Add(GraphCall call) => Graph.Add(number => call with { Number = number, At = clock.GetUtcNow() });

    public void Add(ModelCall call) => Model.Add(number => call with { Number = number, At = clock.GetUtcNow() });

    public void Add(WebhookPost post) => Webhooks.Add(number => post with { Number = number, At = clock.GetUtcNow() });

    public void Add(FlowExchange exchange) =>
        Flows.Add(number => exchange with { Number = number, At = clock.GetUtcNow() });

    public void Clear()
    {
        Flows.Clear();
        Graph.Clear();
        Model.Clear();
        Webhooks.Clear();
    }
}

/// <summary>A list that forgets its oldest entries.</summary>
internal sealed class Roll<T>(int capacity)
{
    private readonly Lock _lock = new();
    private readonly Queue<T> _items = [];
    private long _total;

    public event Action<T>? Added;

    public long Total => Interlocked.Read(ref _total);

    public void Add(Func<long, T> item)
    {
        T made;
        lock (_lock)
        {
            made = item(++_total);
            _items.Enqueue(made);
            while (_items.Count > capacity)
                _items.Dequeue();
        }

        Added?.Invoke(made);
    }

    public Page<T> Read(long after, int limit, Func<T, bool>? where = null)
    {
        lock (_lock)
        {
            var skip = Math.Max(0, after - (_total - _items.Count));
            var items = _items.Skip((int)Math.Min(skip, int.MaxValue));
            return new Page<T>(_total, _items.Count, [.. (where is null ? items : items.Where(where)).Take(limit)]);
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _items.Clear();
            _total = 0;
        }
    }
}
