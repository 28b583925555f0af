using Sakip.Embedded.Hosting.Storage;
using Sakip.Rehearsal;

namespace Sakip.Faults;

/// <summary>
/// The app in this process. When a write fails its host is thrown away, and the next start builds another one over the
/// same stores.
/// </summary>
internal sealed class AppInProcess(RehearsalOptions options, Azurite storage, FaultPlan plan) : IApp, IAsyncDisposable
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
            var power = new Power(plan);
            _host = new RunningHost(power, Arguments());
            var started = await _host.StartedAsync();
            _power = power;
            if (started)
                return;
            if (_host.Failure is { } failure)
                throw new RehearsalException($"Aplikasi berhenti saat dimulai: {failure}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is null) return;
        await _host.ThrowAwayAsync();
        _host.Dispose();
        _host = null;
    }

    private IEnumerable<string> Arguments() =>
        [
            .. AppSettings
                .Of(options, Address, Key, Play.Begins)
                .Select(setting => $"--{setting.Name}={setting.Value}"),
            $"--urls={Address}",
            $"--AzureWebJobsStorage={storage.ConnectionString}",
            // A person whose request failed asks for another code, and gives it again.
            "--Links:CodesPerStep=1000",
            "--Links:CodesPerMailbox=1000",
            "--Links:CodesPerAddress=1000",
            "--Links:TriesPerAddress=1000",
            $"--AzureWebJobsMasterKey={Key}",
            "--suppressStatusMessages=true",
        ];
}
