using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Twiga.Application.Common;

/// <summary>
/// The one source of spans and metrics, named Twiga; names, ids and counts only, never contents. A metric is made where
/// it is counted and is called <c>twiga.noun.nouns</c>; its tags have few values, none of them a teacher's.
/// </summary>
public static class Tracing
{
    public const string Name = "Twiga";

    private static readonly InstrumentAdvice<double> Steps = new()
    {
        HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300],
    };

    public static ActivitySource Source { get; } = new(Name);

    public static Meter Meter { get; } = new(Name);

    /// <summary>Seconds a request took, by its name.</summary>
    internal static Histogram<double> Durations { get; } = Seconds("twiga.request.duration");

    /// <summary>A histogram of seconds, from 5 ms to 5 min.</summary>
    public static Histogram<double> Seconds(string name) => Meter.CreateHistogram(name, "s", null, null, Steps);

    /// <summary>A counter of what its name says in the plural.</summary>
    public static Counter<long> Counter(string name) => Meter.CreateCounter<long>(name);

    /// <summary>A counter that shows these values of a tag from the start: an alert sees the first of what is rare.</summary>
    public static Counter<long> Counter(string name, string tag, params ReadOnlySpan<object> values)
    {
        var counter = Counter(name);
        foreach (var value in values)
            counter.Add(0, new KeyValuePair<string, object?>(tag, value));
        return counter;
    }

    /// <summary>The span under way also belongs to the trace of <paramref name="parent"/>, where it is another one.</summary>
    public static void Link(string? parent)
    {
        if (Activity.Current is { } here
            && ActivityContext.TryParse(parent, null, isRemote: true, out var other)
            && other.TraceId != here.TraceId
            && here.Links.All(l => l.Context.SpanId != other.SpanId))
            here.AddLink(new ActivityLink(other));
    }
}
