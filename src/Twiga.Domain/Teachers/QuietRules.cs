namespace Twiga.Domain.Teachers;

/// <summary>What becomes of a teacher who does not write.</summary>
/// <param name="InactiveAfter">So long without a message, and she is inactive.</param>
/// <param name="RemindAfter">So long without a message or a reminder, and she is reminded.</param>
/// <param name="RemindAtMost">Reminders in a row; her next message begins a new row.</param>
/// <param name="QuietHours">When no reminder leaves.</param>
public sealed record QuietRules(TimeSpan InactiveAfter, TimeSpan RemindAfter, int RemindAtMost, QuietHours QuietHours);
