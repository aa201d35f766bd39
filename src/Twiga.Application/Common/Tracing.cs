using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Twiga.Application.Common;

/// <summary>The one source of spans and metrics, named Twiga; names and ids only, never contents.</summary>
public static class Tracing
{
    public const string Name = "Twiga";

    public static ActivitySource Source { get; } = new(Name);

    public static Meter Meter { get; } = new(Name);

    /// <summary>Seconds a request took, by its name.</summary>
    internal static Histogram<double> Durations { get; } = Meter.CreateHistogram<double>("twiga.request.duration", "s");
}
