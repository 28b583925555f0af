using System.Reflection;
using Azure.Core;
using Microsoft.Extensions.Azure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Sakip.Faults;

/// <summary>
/// A Functions host and, called by its own entry point in this process, the app. While that builds its services the
/// host lets the failing writes in; the app knows nothing of it.
/// </summary>
internal sealed class RunningHost
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Power _power;
    private readonly Task _ready;
    private readonly Func<Task> _throwAway;
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Exception? _failure;

    public RunningHost(
        Power power,
        IReadOnlyDictionary<string, string?> settings,
        Action<IServiceCollection>? alter = null
    )
    {
        _power = power;
        (_ready, _throwAway, power.Clock, var arguments) = HostOfApps.BeginFor(
            App.Location,
            settings,
            (isInEffect, writes) =>
                power.Check(isInEffect ? StoreMoment.AfterEffect : StoreMoment.BeforeEffect, writes),
            services =>
            {
                LetFail(services);
                alter?.Invoke(services);
            }
        );
        string[] all = [.. arguments, .. settings.Select(setting => $"--{setting.Key}={setting.Value}")];
        new Thread(() => Run(all)) { IsBackground = true, Name = "App" }.Start();
    }

    /// <summary>Why it did not start, where the power is not the reason.</summary>
    public Exception? Failure => _power.Gone.IsCancellationRequested ? null : _failure ?? _ready.Exception;

    private static Assembly App => typeof(Sakip.Functions.Storage.StorageSetup).Assembly;

    /// <summary>True when it runs, false when it ended before.</summary>
    public async Task<bool> StartedAsync()
    {
        var cut = new TaskCompletionSource();
        await using var told = _power.Gone.Register(cut.SetResult);
        var up = Task.WhenAll(_ready, _started.Task);
        await Task.WhenAny(up, _ended.Task, cut.Task);
        return up.IsCompletedSuccessfully && !_power.Gone.IsCancellationRequested;
    }

    /// <summary>Throws both away as they stand: nothing is finished, nothing is written any more.</summary>
    public async Task ThrowAwayAsync()
    {
        _power.Cut();
        await _throwAway();
        // Its web server has the one port that this process gives to workers.
        await _ended.Task.WaitAsync(Patience);
    }

    private void LetFail(IServiceCollection services)
    {
        services.AddLogging(logging => logging.ClearProviders());
        services.AddAzureClients(clients =>
            clients.ConfigureDefaults(options =>
            {
                options.AddPolicy(new FailingWrites(_power), HttpPipelinePosition.PerCall);
                if (_power.Outages is not { } outages)
                    return;
                options.AddPolicy(new UnansweredCalls(outages, _power), HttpPipelinePosition.BeforeTransport);
            })
        );
        services
            .AddOptions<HostOptions>()
            .Configure<IHostApplicationLifetime>(
                (options, lifetime) =>
                {
                    lifetime.ApplicationStarted.Register(() => _started.TrySetResult());
                    // A dead process waits for nobody.
                    options.ShutdownTimeout = TimeSpan.Zero;
                }
            );
    }

    private void Run(string[] arguments)
    {
        var former = Assembly.GetEntryAssembly();
        try
        {
            // There the worker looks for the functions.
            Assembly.SetEntryAssembly(App);
            App.EntryPoint!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [arguments], null);
        }
        catch (Exception failure)
        {
            _failure = failure;
        }
        finally
        {
            Assembly.SetEntryAssembly(former);
            _ended.TrySetResult();
        }
    }
}
