using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sakip.Embedded.Clock;
using Sakip.Embedded.Engine;
using Sakip.Embedded.Hosting.Invocation;
using Sakip.Embedded.Hosting.Timers;

namespace Sakip.Embedded.Hosting;

/// <summary>Starts the durable engine and the timers after the app's services, and stops them before those.</summary>
internal sealed class FunctionsRuntime(
    FunctionSet functions,
    FunctionInvoker invoker,
    DurableEngine engine,
    TimerFunctions timers,
    IServer server,
    IHostApplicationLifetime lifetime,
    IConfiguration configuration,
    ILogger<FunctionsRuntime> logger,
    ClockMemory? clock = null)
    : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        DurableFunctions.Register(functions.All, engine, invoker);
        engine.Open();
        if (clock is not null) await clock.ResumeAsync();
        await engine.StartAsync(cancellationToken);
        StopWhenFaulted();
        await timers.StartAsync();
        lifetime.ApplicationStarted.Register(Announce);
        HostLog.Ready(logger, functions.All.Count);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        try
        {
            await timers.StopAsync(cancellationToken);
            if (clock is not null) await clock.DisposeAsync();
        }
        finally
        {
            await engine.StopAsync(cancellationToken);
        }
    }

    // Without its store the host can do nothing: it ends, and what runs it starts it again.
    private void StopWhenFaulted() => engine.Faulted.ContinueWith(
        fault =>
        {
            HostLog.EngineFailed(logger, fault.Exception!);
            Environment.ExitCode = 1;
            lifetime.StopApplication();
        },
        CancellationToken.None,
        TaskContinuationOptions.OnlyOnFaulted,
        TaskScheduler.Default);

    private void Announce()
    {
        if (configuration.GetValue(WebHostDefaults.SuppressStatusMessagesKey, false)) return;
        foreach (var address in server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
            Console.WriteLine($"Berjalan di {address}");
    }
}
