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
        catch (StartupRefusedException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
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
        var (app, workers) = ((string?)null, 1);
        for (var index = 0; index + 1 < args.Length; index += 2)
        {
            var (name, value) = (args[index], args[index + 1]);
            if (name == "--app")
                app = value;
            else if (name != "--workers" || !int.TryParse(value, out workers) || workers is < 1 or > 32)
                throw Usage();
        }
        return app is not null && args.Length % 2 == 0 && File.Exists(app) ? (app, workers) : throw Usage();
    }

    private static StartupRefusedException Usage() =>
        new("Usage: dotnet Sakip.Host.dll --app FUNCTION_APP.dll [--workers 1..32]; settings come by the environment.");
}
