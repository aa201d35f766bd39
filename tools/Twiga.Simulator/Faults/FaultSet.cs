namespace Twiga.Simulator.Faults;

/// <summary>All that is switched on at the moment.</summary>
public sealed record FaultSet
{
    public IReadOnlyList<FaultRule> Graph { get; init; } = [];
    public IReadOnlyList<FaultRule> Model { get; init; } = [];
    public WebhookFaults Webhooks { get; init; } = new();
    public StatusFaults Statuses { get; init; } = new();
    public Pace Pace { get; init; } = new();
    public int Seed { get; init; } = 1;
}

/// <summary>One way to go wrong: always, for the next calls, or by chance.</summary>
public sealed record FaultRule
{
    /// <summary>
    /// Graph: delay, error, drop, refuse. Model: delay, error, down, refused-key, invalid-json, long, broken-arguments,
    /// unknown-tool, endless-tools, empty, text-call, json-call.
    /// </summary>
    public required string Kind { get; init; }

    /// <summary>messages, read, media, chat or embeddings; every call of that side without it.</summary>
    public string? On { get; init; }

    /// <summary>Only calls for this phone number or business-scoped user id.</summary>
    public string? Teacher { get; init; }

    /// <summary>How many calls it takes before it is gone; without it, it stays.</summary>
    public int? Next { get; init; }

    public double? Probability { get; init; }
    public int Milliseconds { get; init; }
    public int? Status { get; init; }
    public int? Code { get; init; }
    public string? Details { get; init; }
}

public sealed record WebhookFaults
{
    /// <summary>How often each webhook is posted.</summary>
    public int Copies { get; init; } = 1;

    /// <summary>Each webhook waits by chance up to this long, whatever came before it.</summary>
    public int ShuffleMilliseconds { get; init; }

    public int DelayMilliseconds { get; init; }
}

public sealed record StatusFaults
{
    public bool Posted { get; init; } = true;
    public int DelayMilliseconds { get; init; }

    /// <summary>auto: at once unless a page is open, then when it is seen. always, seen, never.</summary>
    public string Read { get; init; } = "auto";

    /// <summary>Messages end as failed with this code.</summary>
    public int? FailCode { get; init; }
}

/// <summary>Meta's limits, off unless asked for.</summary>
public sealed record Pace
{
    public bool Pair { get; init; }
    public int PairBurst { get; init; } = 45;
    public int PairMilliseconds { get; init; } = 6000;
    public int? MessagesPerSecond { get; init; }
}
