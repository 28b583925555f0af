using System.Diagnostics;
using System.Reflection;
using Azure.Core;
using Microsoft.Extensions.Azure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sakip.Embedded.Engine;
using Sakip.Embedded.Hosting;

namespace Sakip.Faults;

/// <summary>
/// The app's own entry point, run in this process. What a host publishes while it is built lets the failing writes in;
/// the app knows nothing of it.
/// </summary>
internal sealed class RunningHost : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private static readonly AsyncLocal<RunningHost?> Building = new();
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Power _power;
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IDisposable? _hosts;
    private IDisposable? _events;
    private (DurableEngine Engine, IHostApplicationLifetime Lifetime, DataFolder Data)? _parts;

    public RunningHost(Power power, IEnumerable<string> args)
    {
        _power = power;
        var thread = new Thread(() => Run([.. args])) { IsBackground = true };
        thread.Start();
    }

    /// <summary>True when it runs, false when it ended before.</summary>
    public async Task<bool> StartedAsync() => await Task.WhenAny(_started.Task, _ended.Task) == _started.Task;

    /// <summary>Why it did not start, where the power is not the reason.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Throws the host away as it stands: nothing is finished, nothing is written any more.</summary>
    public async Task ThrowAwayAsync()
    {
        _power.Cut();
        if (_parts is { } parts)
        {
            await parts.Engine.DisposeAsync();
            parts.Lifetime.StopApplication();
        }

        await _ended.Task.WaitAsync(Patience);
        // A dead process would have lost it.
        _parts?.Data.Dispose();
    }

    public void Dispose()
    {
        _events?.Dispose();
        _hosts?.Dispose();
    }

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
    {
        if (Building.Value == this && value.Name == "Microsoft.Extensions.Hosting") _events = value.Subscribe(this);
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        if (Building.Value != this) return;
        if (value is { Key: "HostBuilding", Value: IHostBuilder builder }) builder.ConfigureServices(LetFail);
        if (value is { Key: "HostBuilt", Value: IHost host }) Built(host);
    }

    void IObserver<DiagnosticListener>.OnCompleted()
    {
        // Nothing hangs on it.
    }

    void IObserver<DiagnosticListener>.OnError(Exception error)
    {
        // Nothing hangs on it.
    }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted()
    {
        // Nothing hangs on it.
    }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error)
    {
        // Nothing hangs on it.
    }

    private void LetFail(IServiceCollection services)
    {
        services.AddLogging(logging => logging.ClearProviders());
        services.AddSingleton(FunctionSource.OfApp(AppAssembly()));
        services.AddSingleton<CommitWatch>((moment, writes) => _power.Check(moment, writes));
        services.AddAzureClients(clients => clients.ConfigureDefaults(
            options => options.AddPolicy(new FailingWrites(_power), HttpPipelinePosition.PerCall)));
    }

    private void Built(IHost host)
    {
        var lifetime = host.Services.GetRequiredService<IHostApplicationLifetime>();
        _parts = (
            host.Services.GetRequiredService<DurableEngine>(),
            lifetime,
            host.Services.GetRequiredService<DataFolder>());
        _power.Clock = host.Services.GetRequiredService<TimeProvider>();
        lifetime.ApplicationStarted.Register(() => _started.TrySetResult());
    }

    private void Run(string[] args)
    {
        Building.Value = this;
        _hosts = DiagnosticListener.AllListeners.Subscribe(this);
        try
        {
            AppAssembly().EntryPoint!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [args], null);
        }
        catch (Exception failure) when (_power.Gone.IsCancellationRequested)
        {
            _ = failure;
        }
        catch (Exception failure)
        {
            Failure = failure;
        }
        finally
        {
            _ended.TrySetResult();
        }
    }

    private static Assembly AppAssembly() => typeof(Sakip.Functions.Hosting.StorageSetup).Assembly;
}
