using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Sakip.Functions.Hosting;
using Sakip.Kernel;

namespace Sakip.Tests.House.Azure;

/// <summary>What the app measures reaches whoever listens to its meter, under the names that the alerts and the page use.</summary>
public sealed class MeterTests : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly List<string> _heard = [];
    private readonly MeterListener _listener = new();

    public MeterTests()
    {
        var factory = _services.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == Telemetry.Source && ReferenceEquals(instrument.Meter.Scope, factory))
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Hear(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Hear(instrument, value, tags));
        _listener.Start();
    }

    public void Dispose()
    {
        _listener.Dispose();
        _services.Dispose();
    }

    [Fact]
    public void Turns_activities_storage_calls_and_the_load_of_a_year_are_told_with_what_they_are_of()
    {
        var meter = new SakipMeter(_services.GetRequiredService<IMeterFactory>());

        meter.Turn("AnnualCycle", TimeSpan.FromMilliseconds(250));
        meter.Activity("DraftAgreement", TimeSpan.FromSeconds(2));
        meter.StorageCall("table", "GET", 200);
        meter.Year(new OfficeYear("biro", 2024), open: 7, overdue: 2, TimeSpan.FromMinutes(3));

        Assert.Equal(
            [
                "sakip.turn.duration 0.25 s orchestrator=AnnualCycle",
                "sakip.activity.duration 2 s activity=DraftAgreement",
                "sakip.storage.calls 1 {call} method=GET service=table status=200",
                "sakip.obligations.open 7 {step} unit=biro year=2024",
                "sakip.obligations.overdue 2 {step} unit=biro year=2024",
                "sakip.messages.oldest 180 s unit=biro year=2024",
            ],
            _heard
        );
    }

    private void Hear<T>(Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var names = tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal);
        _heard.Add(
            FormattableString.Invariant($"{instrument.Name} {value} {instrument.Unit} {string.Join(' ', names)}")
        );
    }
}
