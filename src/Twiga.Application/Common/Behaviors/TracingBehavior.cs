using System.Diagnostics;
using MediatR;
using Microsoft.Extensions.Logging;

namespace Twiga.Application.Common.Behaviors;

internal sealed partial class TracingBehavior<TRequest, TAnswer>(ILogger<TracingBehavior<TRequest, TAnswer>> logger)
    : IPipelineBehavior<TRequest, TAnswer>
    where TRequest : IRequest<TAnswer>
{
    private static readonly string Name = typeof(TRequest).Name;

    public async Task<TAnswer> Handle(
        TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TAnswer> next)
    {
        using var activity = Tracing.Source.StartActivity(Name);
        var began = Stopwatch.GetTimestamp();
        try
        {
            return await next();
        }
        catch (Exception exception) when (Failed(exception, activity))
        {
            throw;
        }
        finally
        {
            Tracing.Durations.Record(
                Stopwatch.GetElapsedTime(began).TotalSeconds, new KeyValuePair<string, object?>("request", Name));
        }
    }

    private bool Failed(Exception exception, Activity? activity)
    {
        activity?.SetStatus(ActivityStatusCode.Error, exception.GetType().Name);
        RequestFailed(Name, exception.GetType().Name);
        return false;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Request} failed with {Fault}")]
    private partial void RequestFailed(string request, string fault);
}
