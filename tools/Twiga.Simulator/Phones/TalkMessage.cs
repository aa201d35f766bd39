using System.Text.Json;

namespace Twiga.Simulator.Phones;

/// <summary>A bubble in a talk between a teacher and Twiga.</summary>
public sealed record TalkMessage
{
    public required string Id { get; init; }
    public required string Teacher { get; init; }

    /// <summary>True where the teacher wrote it.</summary>
    public bool ByTeacher { get; init; }

    public DateTimeOffset At { get; init; }
    public required string Type { get; init; }
    public string? Text { get; init; }
    public TalkMedia? Media { get; init; }

    /// <summary>Buttons, lists, templates and whatever else the page draws, as they were sent.</summary>
    public JsonElement? Content { get; init; }

    public string? ReplyTo { get; init; }

    /// <summary>waiting, sent, delivered, read, refused, failed.</summary>
    public required string State { get; init; }

    public string? Problem { get; init; }
    public string? CallbackId { get; init; }

    /// <summary>What the other side put on it.</summary>
    public string? Reaction { get; init; }

    /// <summary>Why its Flow can no longer be opened.</summary>
    public string? Ended { get; init; }

    /// <summary>edited or deleted, by who wrote it.</summary>
    public string? Change { get; init; }
}

public sealed record TalkMedia(string Id, string MimeType, long Size, string? FileName = null, bool Voice = false,
    int? Pages = null);

/// <summary>A teacher in the page's list.</summary>
public sealed record TalkSummary(Teacher Teacher, TalkMessage? Last, int Unread);
