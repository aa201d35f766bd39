using System.ComponentModel.DataAnnotations;

namespace Twiga.Infrastructure.Queue;

/// <summary>The section Workers of the settings.</summary>
internal sealed class WorkersOptions
{
    public const string Section = "Workers";

    /// <summary>False makes this process answer HTTP only.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Seconds that work in hand gets to end after SIGTERM.</summary>
    [Range(0, 600)]
    public int DrainSeconds { get; set; } = 20;

    /// <summary>Jobs in hand at a time; most of them wait for the model.</summary>
    [Range(1, 1000)]
    public int Concurrency { get; set; } = 64;

    /// <summary>Milliseconds between looks at the table when nothing was heard.</summary>
    [Range(50, 60_000)]
    public int PollMilliseconds { get; set; } = 1000;

    /// <summary>Seconds after its first failure at which any job is given up, where that is sooner than its own limit.</summary>
    [Range(1, int.MaxValue)]
    public int? GiveUpAfterSeconds { get; set; }
}
