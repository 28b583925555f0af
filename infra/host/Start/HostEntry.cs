namespace Sakip.Host.Start;

/// <summary>Where the host is entered from outside its load context: by the start-up hook, and by whoever runs one app
/// after the other in one process. Only types of the framework cross here.</summary>
public static class HostEntry
{
    // Kept, or they would end with their collection.
    private static readonly List<PosixSignalRegistration> Signals = [];

    /// <summary>Starts the host before the app's <c>Main</c>, or ends the process with a line of reason.</summary>
    public static void BeginBeside(string app)
    {
        FunctionsHost? host = null;
        try
        {
            var settings = new HostSettings(app);
            host = new FunctionsHost(settings) { OnFailure = error => Exit(host, error) };
            var hooks = Begin(host, settings, alter: null);
            foreach (var (name, value) in WorkerEnvironment.Of(settings, host, hooks.WorkerId))
                Environment.SetEnvironmentVariable(name, value);
        }
        catch (Exception refused) when (refused is StartupRefusedException or EngineDatabaseException)
        {
            Exit(host, refused);
        }
        // Before the app's own: a signal drains the host first, and that tells the app to end.
        foreach (var signal in (PosixSignal[])[PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGQUIT])
            Signals.Add(PosixSignalRegistration.Create(signal, Drain));
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            if (!host!.HasStarted)
            {
                Tell(new StartupRefusedException("it ended before it connected; does its Program.cs run it?"));
                Environment.ExitCode = 1;
            }
            Close(host);
        };
        AppDomain.CurrentDomain.UnhandledException += (_, _) => Close(host!);

        void Drain(PosixSignalContext context)
        {
            context.Cancel = true;
            _ = host!.EndAsync();
        }
    }

    /// <summary>Starts a host for an app that the caller then runs, and nothing of it in the environment.</summary>
    /// <param name="settings">Settings of the host, which win over the environment.</param>
    /// <returns>The arguments are those that the app's entry point gets before any others.</returns>
    public static (Task Ready, Func<Task> ThrowAway, TimeProvider Clock, string[] Arguments) BeginFor(
        string app,
        IEnumerable<KeyValuePair<string, string?>> settings,
        Action<bool, IReadOnlyList<string>> onCommit,
        Action<IServiceCollection> alter
    )
    {
        HostLog.IsSilent = true;
        var read = new HostSettings(app, settings);
        var host = new FunctionsHost(read, onCommit) { OnFailure = _ => { } };
        var hooks = Begin(host, read, alter);
        var arguments = ArgumentsOf(WorkerEnvironment.Of(read, host, hooks.WorkerId));
        return (host.Ready, ThrowAwayAsync, read.Time, [.. arguments]);

        Task ThrowAwayAsync()
        {
            hooks.Dispose();
            // The host first, or it would take the app's end for an orderly one.
            var thrownAway = host.ThrowAwayAsync();
            hooks.EndApp();
            return thrownAway;
        }
    }

    /// <summary>Starts a storage emulator that outlives the hosts over it.</summary>
    public static async Task<(string ConnectionString, Func<Task> Stop)> StartStorageAsync(string folder)
    {
        var settings = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        var emulator = new Azurite(settings, new DataFolder(folder));
        await emulator.StartAsync(CancellationToken.None);
        return (emulator.ConnectionString, () => emulator.StopAsync());
    }

    private static AppHooks Begin(FunctionsHost host, HostSettings settings, Action<IServiceCollection>? alter)
    {
        host.BeginAsync().GetAwaiter().GetResult();
        // It becomes the content root, which is watched with everything below.
        Environment.CurrentDirectory = settings.AppFolder;
        var hooks = new AppHooks(host, settings.Clock, alter);
        hooks.Begin();
        return hooks;
    }

    // What is asked of the environment itself is the same for every start of an app.
    private static IEnumerable<string> ArgumentsOf(IEnumerable<(string Name, string Value)> environment)
    {
        foreach (var (name, value) in environment)
        {
            if (name.Split('_')[0] is "FUNCTIONS" or "DOTNET")
                Environment.SetEnvironmentVariable(name, value);
            else
                yield return $"--{name.Replace("__", ":", StringComparison.Ordinal)}={value}";
        }
    }

    private static void Exit(FunctionsHost? host, Exception error)
    {
        Tell(error);
        // Closing tells the app to end, and its Main may return before this does: the process has failed either way.
        Environment.ExitCode = 1;
        if (host is not null)
            Close(host);
        Environment.Exit(1);
    }

    internal static void Tell(Exception error)
    {
        var isRefusal = error is StartupRefusedException or EngineDatabaseException;
        Console.Error.WriteLine(isRefusal ? error.Message : $"The host has failed: {error}");
    }

    private static void Close(FunctionsHost host) => host.StopAsync(default).Wait(TimeSpan.FromSeconds(15));
}
