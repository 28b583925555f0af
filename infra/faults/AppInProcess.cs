using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Sakip.Rehearsal;

namespace Sakip.Faults;

/// <summary>
/// The app in this process. When a write fails its host is thrown away, and the next start builds another one over the
/// same stores.
/// </summary>
/// <param name="alter">What else of the app's services is altered.</param>
internal sealed class AppInProcess(
    RehearsalOptions options,
    string storage,
    FaultPlan plan,
    StorageOutages? outages = null,
    Action<IServiceCollection>? alter = null
) : IApp, IAsyncDisposable
{
    private const string Key = "a2VwdXR1c2FuIHVqaSBqYWxhbiBrZXNhbGFoYW4=";

    private Power? _power;
    private RunningHost? _host;

    public Uri Address { get; } = new($"http://127.0.0.1:{AppProcess.FreePort()}/");

    public string FunctionKey => Key;

    public bool IsRunning => _power is { Gone.IsCancellationRequested: false };

    public CancellationToken Gone => _power?.Gone ?? CancellationToken.None;

    /// <summary>How many hosts were built.</summary>
    public int Hosts { get; private set; }

    /// <exception cref="RehearsalException">The app does not start, and no write failed.</exception>
    public async Task StartAsync(CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            await DisposeAsync();
            Hosts++;
            var power = new Power(plan, outages);
            _host = new RunningHost(power, Settings(), alter);
            var started = await _host.StartedAsync();
            _power = power;
            if (started)
                return;
            // The worker's port is of those that the system gives away, and only taken while an app runs.
            if (_host.Failure is { } failure and not IOException { InnerException: AddressInUseException })
                throw new RehearsalException($"Aplikasi berhenti saat dimulai: {failure}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is null)
            return;
        await _host.ThrowAwayAsync();
        _host = null;
    }

    // For the app and for its host: one of a name, the last.
    private Dictionary<string, string?> Settings()
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in AppSettings.Of(options, Address, Key, options.Scenario.Begins))
            settings[name] = value;
        settings["AzureWebJobsStorage"] = storage;
        settings["AzureWebJobsMasterKey"] = Key;
        settings["AzureFunctionsJobHost:logging:logLevel:default"] = "None";
        settings["AzureFunctionsJobHost:logging:logLevel:Sakip"] = "None";
        // The office's clock stands still while the client waits.
        settings["StorageTries:Delay"] = "00:00:00";
        // A person whose request failed asks for another code, and gives it again.
        foreach (var limit in (string[])["CodesPerStep", "CodesPerMailbox", "CodesPerAddress", "TriesPerAddress"])
            settings[$"Links:{limit}"] = "1000";
        return settings;
    }
}
