using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Twiga.Application.Common;

namespace Twiga.Infrastructure.Telemetry;

public static class TelemetryRegistration
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>
    /// Metrics for Prometheus always; spans, and metrics once more, by OTLP where the endpoint is set. Without it no span
    /// is made, so that it costs nothing.
    /// </summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("twiga"))
            .WithMetrics(metrics => metrics
                .AddMeter(Tracing.Name, "Microsoft.AspNetCore.Hosting", "System.Runtime")
                .AddPrometheusExporter(prometheus => prometheus.ScrapeResponseCacheDurationMilliseconds = 1000));
        services.AddHostedService<QueueGauges>();
        var options = new TelemetryOptions { Endpoint = configuration[Endpoint] };
        services.AddOptions<TelemetryOptions>()
            .Configure(o => o.Endpoint = options.Endpoint)
            .Validate(o => !o.IsMalformed, $"{Endpoint}: must be an address such as http://127.0.0.1:4317.")
            .ValidateOnStart();
        if (options.IsSet && !options.IsMalformed)
            telemetry.WithTracing(tracing => tracing.AddTwiga()).UseOtlpExporter();
        return services;
    }

    /// <summary>The spans of a turn, from the POST of the webhook to the POST to WhatsApp.</summary>
    internal static TracerProviderBuilder AddTwiga(this TracerProviderBuilder tracing) => tracing
        .AddSource(Tracing.Name)
        .AddAspNetCoreInstrumentation(http => http.Filter = IsWork)
        .AddHttpClientInstrumentation();

    private static bool IsWork(HttpContext http) =>
        !http.Request.Path.StartsWithSegments("/health") && !http.Request.Path.StartsWithSegments("/metrics");
}

internal sealed class TelemetryOptions
{
    public string? Endpoint { get; set; }

    public bool IsSet => !string.IsNullOrWhiteSpace(Endpoint);

    public bool IsMalformed => IsSet
        && !(Uri.TryCreate(Endpoint, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https"));
}
