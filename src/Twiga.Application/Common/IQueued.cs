namespace Twiga.Application.Common;

/// <summary>A command that can be written to the job table and picked up later by any process.</summary>
public interface IQueued : ICommand
{
    /// <summary>Jobs of one lane run one after another, in order; lanes run side by side.</summary>
    string Lane { get; }

    /// <summary>Where given, at most one job with this key waits at a time: a mailbox to drain.</summary>
    string? Mailbox => null;

    /// <summary>How long one attempt may take.</summary>
    TimeSpan Deadline => TimeSpan.FromMinutes(2);

    /// <summary>How long after the first failure it is tried again before the job is dead.</summary>
    TimeSpan KeepTrying => TimeSpan.FromHours(24);

    /// <summary>What is enqueued when the job is dead; null when there is nothing left to do.</summary>
    IQueued? LastResort => null;
}
