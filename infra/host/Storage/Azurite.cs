namespace Sakip.Host.Storage;

/// <summary>The storage emulator of this data folder. It outlives a killed app: the next start takes it over after a
/// check that it is ours, and only an orderly stop ends it. Azurite writes its tables to disk every five seconds, so it
/// is asked to stop (SIGTERM) and waited for.</summary>
internal sealed class Azurite
{
    private const string Script = "azurite/dist/src/azurite.js";
    private static readonly string[] Preloads = ["lean.js", "indexed.js"];
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(25);
    private readonly IConfiguration _configuration;
    private readonly string _folder;
    private AzuriteState _state;

    /// <summary>Chooses the emulator's address; nothing is started yet.</summary>
    public Azurite(IConfiguration configuration, DataFolder data)
    {
        _configuration = configuration;
        _folder = data.Path("azurite");
        Directory.CreateDirectory(_folder);
        _state = AzuriteState.Read(_folder);
        if (Running() is null)
            _state = _state.OnFreePorts();
    }

    public string ConnectionString => _state.ConnectionString;

    public bool IsRunning => Running() is not null;

    public static bool IsReplaced(IConfiguration configuration) =>
        configuration.GetSection("AzureWebJobsStorage").Exists()
        || configuration["Storage:ConnectionString"] is { Length: > 0 };

    /// <summary>Starts the emulator, or takes over the one that runs; returns when it answers.</summary>
    public async Task StartAsync(CancellationToken cancellation)
    {
        var process = Running();
        if (process is not null && _state.IsStopping)
        {
            // The app before this one was gone before its emulator had written everything.
            await process.WaitForExitAsync(cancellation).WaitAsync(StartLimit, cancellation);
            process = null;
        }
        if (process is null)
        {
            process = Start();
            _state = _state with { Process = process.Id, IsStopping = false };
            _state.Write(_folder);
        }
        var began = Stopwatch.GetTimestamp();
        // Whoever else had the port would have kept our process from running.
        while (!await LocalPorts.IsListeningAsync(_state.TablePort))
        {
            var problem = $"Azurite does not answer on port {_state.TablePort}: see {LogPath}.";
            if (process.HasExited || Stopwatch.GetElapsedTime(began) > StartLimit)
                throw new StartupRefusedException(problem);
            await Task.Delay(TimeSpan.FromMilliseconds(40), cancellation);
        }
        process.Dispose();
    }

    /// <summary>Has it write everything and stop; when the wait is ended before, the next start waits for it.</summary>
    public async Task StopAsync(CancellationToken cancellation = default)
    {
        using var process = Running();
        if (process is null)
            return;
        _state = _state with { IsStopping = true };
        _state.Write(_folder);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(StopLimit);
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await process.WaitForExitAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Starts the emulator again whenever it ends, until it is about to be asked to.</summary>
    public async Task KeepAsync(ILogger logger, CancellationToken stopping)
    {
        while (true)
        {
            using var process = Running();
            if (process is not null)
                await process.WaitForExitAsync(stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stopping.IsCancellationRequested)
                return;
            HostLog.EmulatorEnded(logger);
            await StartAsync(CancellationToken.None);
        }
    }

    private string LogPath => Path.Combine(_folder, "azurite.log");

    private Process Start()
    {
        var script = ScriptPath();
        // With Host:AzuriteLog every call is a line in azurite.log.
        var silence = _configuration.GetValue("Host:AzuriteLog", false) ? "" : "--silent ";
        var options =
            $"{silence}--skipApiVersionCheck --disableTelemetry --blobHost 127.0.0.1 --blobPort {_state.BlobPort} "
            + $"--queueHost 127.0.0.1 --queuePort {_state.QueuePort} --tableHost 127.0.0.1 --tablePort {_state.TablePort}";
        // A session of its own, so that Ctrl+C reaches the app alone; a log file, so that it outlives the app's pipes.
        const string Shell = "exec $(command -v setsid) \"$@\" >\"$0\" 2>&1 </dev/null";
        string[] node = [NodePath(), .. Preload(script), script, "--location", _folder, .. options.Split(' ')];
        var start = new ProcessStartInfo("/bin/sh", ["-c", Shell, LogPath, .. node]);
        start.Environment["AZURITE_ACCOUNTS"] = $"{_state.Account}:{_state.Key}";
        return Process.Start(start)!;
    }

    // What starts it faster and lets its queries use their indexes; beside node_modules, as the project has it.
    private static IEnumerable<string> Preload(string script) =>
        Preloads
            .Select(name => Path.GetFullPath(Path.Combine(script[..^Script.Length], "..", name)))
            .Where(File.Exists)
            .SelectMany(IEnumerable<string> (file) => ["--require", file]);

    // The recorded process, if it still is an Azurite of this folder.
    private Process? Running()
    {
        try
        {
            var words = File.ReadAllText($"/proc/{_state.Process}/cmdline").Split('\0');
            var isOurs = words.Contains(_folder) && words.Any(word => word.EndsWith(Script, StringComparison.Ordinal));
            return isOurs ? Process.GetProcessById(_state.Process) : null;
        }
        catch (Exception error) when (error is IOException or ArgumentException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string NodePath()
    {
        const string Missing =
            "Node.js tidak ditemukan / is missing: pasang Node.js 20+ (Debian: apt-get install nodejs npm).";
        return Find(Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator) ?? [], "node", Missing);
    }

    private string ScriptPath()
    {
        const string Missing =
            "Azurite belum terpasang / is not installed: jalankan `npm ci` di infra/azurite (perlu npm).";
        string[] starts = [AppContext.BaseDirectory, Directory.GetCurrentDirectory()];
        var places = _configuration["Host:AzuritePath"] is { } configured
            ? [configured]
            : starts.SelectMany(Ancestors).Select(place => Path.Combine(place, "infra", "azurite", "node_modules"));
        return Find(places, Script, Missing);
    }

    private static string Find(IEnumerable<string> places, string name, string otherwise) =>
        places.Select(place => Path.Combine(place, name)).FirstOrDefault(File.Exists)
        ?? throw new StartupRefusedException(otherwise);

    private static IEnumerable<string> Ancestors(string path) =>
        Path.GetDirectoryName(path) is { } parent ? Ancestors(parent).Prepend(path) : [path];
}
