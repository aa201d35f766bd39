using System.Globalization;
using System.Text.RegularExpressions;
using Twiga.Application.Common;
using Twiga.Domain.Operators;

namespace Twiga.Api.Operators;

/// <summary>How the console writes times, numbers and what was done.</summary>
internal static partial class Shown
{
    public static string Time(DateTimeOffset? time) =>
        time is { } at ? DarEsSalaam.At(at).ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture) : "never";

    public static string Day(DateOnly day) => day.ToString("d MMM", CultureInfo.InvariantCulture);

    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    public static string Count(long count, string one, string many) => $"{Count(count)} {(count == 1 ? one : many)}";

    /// <summary>A round number in little room.</summary>
    public static string Short(long count) => count switch
    {
        >= 1_000_000 => Point(count / 1_000_000d) + "M",
        >= 10_000 => Point(count / 1000d) + "k",
        _ => Count(count),
    };

    /// <summary>The type of a fault in words.</summary>
    public static string Fault(string type) =>
        WordEnds().Replace(type.EndsWith("Exception", StringComparison.Ordinal) ? type[..^9] : type, " $1").ToLowerInvariant();

    public static string Point(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A sentence on what a form did, from the address it led to.</summary>
    public static string? Done(string? kind, string? number) =>
        Enum.TryParse<OperatorActKind>(kind, out var act) && long.TryParse(number, CultureInfo.InvariantCulture, out var n)
            ? act switch
            {
                OperatorActKind.Approved => $"Teacher {n} is approved and greeted.",
                OperatorActKind.Blocked => $"Teacher {n} is blocked.",
                OperatorActKind.Unblocked => $"Teacher {n} is back where she was.",
                OperatorActKind.Replayed => $"{Count(n, "job was", "jobs were")} put back into the queue.",
                _ => null,
            }
            : null;

    public static string What(OperatorActKind kind) => kind switch
    {
        OperatorActKind.Approved => "approved",
        OperatorActKind.Blocked => "blocked",
        OperatorActKind.Unblocked => "unblocked",
        OperatorActKind.Replayed => "replayed",
        OperatorActKind.OpenedTurn => "read the words of",
        _ => "read the unanswered messages of",
    };

    [GeneratedRegex("(?<=[a-z])([A-Z])")]
    private static partial Regex WordEnds();
}
