namespace Sakip.Host.Start;

/// <summary>The host apart from the app, which runs in worker processes.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        try
        {
            var (app, count) = Read(args);
            return await RunAsync(new HostSettings(app), count);
        }
        catch (Exception refused) when (refused is StartupRefusedException or EngineDatabaseException)
        {
            HostEntry.Tell(refused);
            return 1;
        }
    }

    private static async Task<int> RunAsync(HostSettings settings, int count)
    {
        const string Held =
            "A virtual clock goes with the app in the host's own process: leave out --workers, or --clock.";
        if (settings.Clock is not null)
            throw new StartupRefusedException(Held);
        var ended = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var host = new FunctionsHost(settings) { OnFailure = Fail };
        await host.BeginAsync();
        await host.StartAsync(CancellationToken.None);
        using var workers = new WorkerProcesses(settings, host, count);
        workers.Begin();
        using var term = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
        var code = await ended.Task;
        await host.EndAsync();
        await workers.StopAsync(host.Left);
        await host.StopAsync(CancellationToken.None);
        return code;

        void Fail(Exception error)
        {
            HostEntry.Tell(error);
            ended.TrySetResult(1);
        }

        void End(PosixSignalContext signal)
        {
            signal.Cancel = true;
            ended.TrySetResult(0);
        }
    }

    private static (string App, int Workers) Read(string[] args)
    {
        const string Usage =
            "Usage: dotnet Sakip.Host.dll --app FUNCTION_APP.dll [--workers 1..32]; settings come by the environment.";
        string[] given = args.Length == 2 ? [.. args, "--workers", "1"] : args;
        return
            given is ["--app", var app, "--workers", var count]
            && File.Exists(app)
            && int.TryParse(count, out var workers)
            && workers is >= 1 and <= 32
            ? (app, workers)
            : throw new StartupRefusedException(Usage);
    }
}
