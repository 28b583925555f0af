using System.Diagnostics.Metrics;
using Sakip.Kernel;

namespace Sakip.Functions.Hosting;

/// <summary>The app's own measurements, of the meter "Sakip". infra/azure/README.md lists them.</summary>
internal sealed class SakipMeter
{
    private readonly Histogram<double> _turns;
    private readonly Histogram<double> _activities;
    private readonly Counter<long> _storageCalls;
    private readonly Gauge<long> _open;
    private readonly Gauge<long> _overdue;
    private readonly Gauge<double> _oldestMessage;

    public SakipMeter(IMeterFactory meters)
    {
        var meter = meters.Create(Telemetry.Source);
        _turns = meter.CreateHistogram<double>(
            "sakip.turn.duration",
            "s",
            "How long one turn of an orchestrator took."
        );
        _activities = meter.CreateHistogram<double>("sakip.activity.duration", "s", "How long an activity took.");
        _storageCalls = meter.CreateCounter<long>(
            "sakip.storage.calls",
            "{call}",
            "Calls of the office's storage account."
        );
        _open = meter.CreateGauge<long>("sakip.obligations.open", "{step}", "Steps that wait for somebody.");
        _overdue = meter.CreateGauge<long>("sakip.obligations.overdue", "{step}", "Open steps whose due day is over.");
        _oldestMessage = meter.CreateGauge<double>(
            "sakip.messages.oldest",
            "s",
            "Age of the oldest change that is not yet told."
        );
    }

    public void Turn(string orchestrator, TimeSpan took) =>
        _turns.Record(took.TotalSeconds, Tag("orchestrator", orchestrator));

    public void Activity(string activity, TimeSpan took) =>
        _activities.Record(took.TotalSeconds, Tag("activity", activity));

    public void StorageCall(string service, string method, int status) =>
        _storageCalls.Add(1, Tag("service", service), Tag("method", method), Tag("status", status));

    /// <summary>How much waits in a year, as the sweep has just seen it.</summary>
    public void Year(OfficeYear office, long open, long overdue, TimeSpan oldestMessage)
    {
        KeyValuePair<string, object?>[] tags = [Tag("unit", office.Unit), Tag("year", office.Year)];
        _open.Record(open, tags);
        _overdue.Record(overdue, tags);
        _oldestMessage.Record(oldestMessage.TotalSeconds, tags);
    }

    private static KeyValuePair<string, object?> Tag(string name, object value) => new(name, value);
}
