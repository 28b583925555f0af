using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Sakip.Kernel;

namespace Sakip.Functions.Hosting;

/// <summary>Traces, metrics and logs of the worker to Application Insights, where one is configured.</summary>
internal static class Telemetry
{
    /// <summary>Name of the app's own activity source and meter.</summary>
    public const string Source = Traces.Source;

    private static readonly string[] Marks =
    [
        "http.request.method",
        "http.response.status_code",
        "http.route",
        "error.type",
        "url.scheme",
    ];

    // The host takes the second one for itself as well, and would then record requests with their whole paths.
    private static readonly string[] Connections = ["Telemetry:Connection", "APPLICATIONINSIGHTS_CONNECTION_STRING"];

    /// <summary>
    /// A request, its orchestration, activities and calls of storage share one trace: the sources below continue the
    /// context that the host hands over. Without a connection nothing is registered.
    /// </summary>
    public static void AddTelemetry(this IHostApplicationBuilder builder)
    {
        var connection = Connections
            .Select(name => builder.Configuration[name])
            .FirstOrDefault(value => !string.IsNullOrEmpty(value));
        if (connection is null)
            return;

        builder
            .Services.AddPrivateTelemetry()
            .UseAzureMonitorExporter(exporter =>
            {
                exporter.ConnectionString = connection;
                // Application Insights takes telemetry from the app's identity alone; AZURE_CLIENT_ID names it.
                exporter.Credential = new DefaultAzureCredential();
            });
    }

    /// <summary>
    /// What is told, before whoever exports it is added: of each span and log record only what anybody may read, of
    /// requests' figures only these marks, and nothing of the scopes in which the host keeps paths.
    /// </summary>
    public static IOpenTelemetryBuilder AddPrivateTelemetry(this IServiceCollection services)
    {
        services.PostConfigure<OpenTelemetryLoggerOptions>(options => options.IncludeScopes = false);
        return services
            .AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("sakip"))
            .WithTracing(tracing =>
                tracing
                    .AddSource(Source, "Microsoft.DurableTask", "Microsoft.Azure.Functions.Worker", "Azure.*")
                    .AddAspNetCoreInstrumentation()
                    .AddHttpClientInstrumentation()
                    .AddProcessor(new PrivateSpans())
            )
            .WithMetrics(metrics =>
                metrics
                    .AddMeter(Source)
                    .AddAspNetCoreInstrumentation()
                    .AddView(instrument =>
                        instrument.Meter.Name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
                            ? new MetricStreamConfiguration { TagKeys = Marks }
                            : null
                    )
            )
            .WithLogging(logging => logging.AddProcessor(new PrivateLogs()));
    }
}
