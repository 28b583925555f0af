using System.IO.Compression;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using global::Azure.Core;
using global::Azure.Core.Pipeline;
using global::Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Sakip.Functions.Hosting;

namespace Sakip.Tests.House.Azure;

/// <summary>The fields that the alerts ask for are those that the exporter sends.</summary>
public sealed partial class AlertFieldsTests
{
    // The exporter also reports on itself, past the transport given here.
    static AlertFieldsTests() => Environment.SetEnvironmentVariable("APPLICATIONINSIGHTS_STATSBEAT_DISABLED", "true");

    [Fact]
    public void A_log_event_is_sent_with_its_id_and_its_values_by_name()
    {
        var wire = new Wire();
        using (
            var loggers = LoggerFactory.Create(logging =>
                logging.AddOpenTelemetry(options =>
                    options.AddAzureMonitorLogExporter(exporter =>
                    {
                        exporter.ConnectionString = "InstrumentationKey=00000000-0000-0000-0000-00000000000e";
                        exporter.Transport = wire;
                        exporter.DisableOfflineStorage = true;
                    })
                )
            )
        )
        {
            Finished(loggers.CreateLogger("Sakip"), "SendReminders");
        }

        var properties = wire.Items.Single()["data"]!["baseData"]!["properties"]!;
        Assert.Equal(("9002", "SendReminders"), ((string)properties["EventId"]!, (string)properties["Function"]!));
    }

    [Fact]
    public void A_timer_function_that_an_alert_waits_for_exists()
    {
        var timers = typeof(TimerLog)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .Where(method => method.GetParameters().Any(one => one.ParameterType == typeof(TimerInfo)))
            .Select(method => method.GetCustomAttribute<FunctionAttribute>()!.Name);
        var awaited = Prediction
            .Reviewed("test")
            .Of("Microsoft.Insights/scheduledQueryRules")
            .Select(rule => FunctionName().Match((string)rule["properties"]!["criteria"]!["allOf"]![0]!["query"]!))
            .Where(match => match.Success)
            .Select(match => match.Groups[1].Value)
            .ToList();

        Assert.NotEmpty(awaited);
        Assert.Subset(timers.ToHashSet(), awaited.ToHashSet());
    }

    [GeneratedRegex(@"Properties\.Function == ""(\w+)""")]
    private static partial Regex FunctionName();

    [LoggerMessage(9002, LogLevel.Information, "Timer function {Function} has finished.")]
    private static partial void Finished(ILogger logger, string function);

    private sealed class Wire : HttpPipelineTransport
    {
        public List<JsonNode> Items { get; } = [];

        public override Request CreateRequest() => HttpClientTransport.Shared.CreateRequest();

        public override ValueTask ProcessAsync(HttpMessage message)
        {
            Process(message);
            return ValueTask.CompletedTask;
        }

        public override void Process(HttpMessage message)
        {
            using var body = new MemoryStream();
            message.Request.Content!.WriteTo(body, CancellationToken.None);
            body.Position = 0;
            using Stream plain = message.Request.Headers.Contains("Content-Encoding")
                ? new GZipStream(body, CompressionMode.Decompress)
                : body;
            using var reader = new StreamReader(plain);
            var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
            var items = lines.Select(line => JsonNode.Parse(line)!);
            Items.AddRange(items.Where(item => (string)item["name"]! == "Message"));
            message.Response = new Accepted();
        }
    }
}
