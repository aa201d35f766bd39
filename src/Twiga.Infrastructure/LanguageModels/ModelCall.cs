using System.Diagnostics;
using System.Diagnostics.Metrics;
using Twiga.Application.Common;

namespace Twiga.Infrastructure.LanguageModels;

/// <summary>One call to a model of any kind, as a span and a measure; what went there and came back is in neither.</summary>
internal static class ModelCall
{
    private static readonly Histogram<double> Seconds = Tracing.Seconds("twiga.model.duration");

    public static async Task<T> MeasureAsync<T>(string use, string? model, Func<Activity?, Task<T>> call)
    {
        using var span = Tracing.Source.StartActivity("model", ActivityKind.Client);
        span?.SetTag("model.use", use).SetTag("model.name", model);
        var began = Stopwatch.GetTimestamp();
        var outcome = "answered";
        try
        {
            return await call(span);
        }
        catch (Exception fault)
        {
            outcome = fault.GetType().Name;
            span?.SetStatus(ActivityStatusCode.Error, outcome);
            throw;
        }
        finally
        {
            Seconds.Record(
                Stopwatch.GetElapsedTime(began).TotalSeconds,
                new("use", use), new("model", model ?? ""), new("outcome", outcome));
        }
    }
}
