namespace Twiga.Application.Common;

/// <summary>A request during which she sees that Twiga is typing.</summary>
public interface IWhileTyping
{
    /// <summary>The message that is shown as read; null shows nothing.</summary>
    string? Wamid { get; }
}
