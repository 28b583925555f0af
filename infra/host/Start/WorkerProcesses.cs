namespace Sakip.Host.Start;

/// <summary>The app in so many processes of its own, as Azure runs it; one that ends is started again.</summary>
internal sealed class WorkerProcesses(HostSettings settings, FunctionsHost host, int count) : IDisposable
{
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(1);
    private readonly CancellationTokenSource _stopping = new();
    private Task _kept = Task.CompletedTask;

    public void Begin() => _kept = Task.WhenAll(Enumerable.Range(0, count).Select(_ => KeepAsync()).ToList());

    /// <summary>Waits until all have ended; those that do not within the time are killed.</summary>
    public async Task StopAsync(TimeSpan patience)
    {
        _stopping.CancelAfter(patience);
        await _kept;
    }

    public void Dispose() => _stopping.Dispose();

    private async Task KeepAsync()
    {
        while (!host.IsStopping)
        {
            using var process = Start();
            await process.WaitForExitAsync(_stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!process.HasExited)
                process.Kill();
            if (host.IsStopping)
                return;
            HostLog.WorkerEnded(host.Logger, $"{process.Id}");
            await Task.Delay(Breath, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // Its input is the host's other end: when that is gone, the worker ends too, however the host went.
    private Process Start()
    {
        var start = new ProcessStartInfo("dotnet", [settings.App]) { RedirectStandardInput = true };
        start.WorkingDirectory = settings.AppFolder;
        foreach (var (name, value) in WorkerEnvironment.Of(settings, host, $"{Guid.NewGuid()}"))
            start.Environment[name] = value;
        start.Environment["DOTNET_STARTUP_HOOKS"] = Path.Combine(AppContext.BaseDirectory, "Sakip.Hook.dll");
        start.Environment["Host__Guard"] = "stdin";
        return Process.Start(start)!;
    }
}
