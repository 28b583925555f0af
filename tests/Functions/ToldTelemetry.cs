using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Sakip.Functions.Hosting;

namespace Sakip.Tests.Functions;

/// <summary>Everything that an exporter would get of the app, as texts. The app's own loggers are all let through.</summary>
internal sealed class ToldTelemetry
{
    private readonly ConcurrentQueue<string> _texts = new();
    private int _metrics;

    public IReadOnlyCollection<string> Texts => _texts;

    public int Metrics => _metrics;

    public void Listen(IServiceCollection services)
    {
        services
            .AddPrivateTelemetry()
            .WithTracing(tracing => tracing.AddProcessor(new SimpleActivityExportProcessor(new Spans(this))))
            .WithMetrics(metrics =>
                metrics.AddReader(
                    new PeriodicExportingMetricReader(new Figures(this), exportIntervalMilliseconds: 1000)
                )
            )
            .WithLogging(
                logging => logging.AddProcessor(new SimpleLogRecordExportProcessor(new Records(this))),
                options => (options.IncludeFormattedMessage, options.ParseStateValues) = (true, true)
            );
        services.PostConfigure<LoggerFilterOptions>(options =>
        {
            options.MinLevel = LogLevel.Debug;
            options.Rules.Clear();
        });
    }

    private void Add(object? value)
    {
        if (value is IEnumerable<string> texts)
        {
            foreach (var text in texts)
                _texts.Enqueue(text);
        }
        else if (value?.ToString() is { Length: > 0 } text)
        {
            _texts.Enqueue(text);
        }
    }

    private sealed class Spans(ToldTelemetry told) : BaseExporter<Activity>
    {
        public override ExportResult Export(in Batch<Activity> batch)
        {
            foreach (var span in batch)
            {
                told.Add(span.DisplayName);
                told.Add(span.StatusDescription);
                foreach (var tag in span.TagObjects)
                    told.Add(tag.Value);
                foreach (var tag in span.Events.SelectMany(happened => happened.Tags))
                    told.Add(tag.Value);
            }

            return ExportResult.Success;
        }
    }

    private sealed class Records(ToldTelemetry told) : BaseExporter<LogRecord>
    {
        public override ExportResult Export(in Batch<LogRecord> batch)
        {
            foreach (var record in batch)
            {
                told.Add(record.FormattedMessage);
                told.Add(record.Body);
                told.Add(record.Exception);
                foreach (var one in record.Attributes ?? [])
                    told.Add(one.Value as string);
                record.ForEachScope(
                    static (scope, told) =>
                    {
                        foreach (var one in scope)
                            told.Add(one.Value);
                    },
                    told
                );
            }

            return ExportResult.Success;
        }
    }

    private sealed class Figures(ToldTelemetry told) : BaseExporter<Metric>
    {
        public override ExportResult Export(in Batch<Metric> batch)
        {
            foreach (var metric in batch)
            {
                Interlocked.Increment(ref told._metrics);
                foreach (ref readonly var point in metric.GetMetricPoints())
                {
                    foreach (var tag in point.Tags)
                        told.Add(tag.Value as string);
                }
            }

            return ExportResult.Success;
        }
    }
}
