using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Sakip.Functions.Hosting;

namespace Sakip.Tests.House.Azure;

public sealed class TelemetryTests
{
    [Theory]
    [InlineData("Telemetry:Connection")]
    [InlineData("APPLICATIONINSIGHTS_CONNECTION_STRING")]
    public void With_a_connection_traces_metrics_and_logs_are_exported(string setting)
    {
        var services = With("InstrumentationKey=00000000-0000-0000-0000-00000000000e", setting);

        Type[] providers = [typeof(TracerProvider), typeof(MeterProvider), typeof(LoggerProvider)];
        Assert.All(providers, provider => Assert.Contains(services, service => service.ServiceType == provider));
    }

    [Fact]
    public void Without_a_connection_nothing_is_registered()
    {
        Assert.DoesNotContain(
            With("", "Telemetry:Connection"),
            service => service.ServiceType == typeof(TracerProvider)
        );
    }

    private static IServiceCollection With(string connection, string setting)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection([new(setting, connection)]);
        builder.AddTelemetry();
        return builder.Services;
    }
}
