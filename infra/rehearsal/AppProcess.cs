using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Sakip.Rehearsal;

/// <summary>
/// The app as a process of its own, on a held clock. It is started again when it dies.
/// </summary>
/// <param name="workers">0: the host in the app's process; else the host apart, the app in so many, on the machine's clock.</param>
internal sealed class AppProcess(RehearsalOptions options, int workers = 0) : IApp, IAsyncDisposable
{
    private const int Killed = 128 + 9;
    private const int LowestPort = 10_000;
    private const int HighestPort = 20_000;

    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(12);

    private readonly string _key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(24));
    private readonly int _port = FreePort();
    private Process? _process;
    private DateTimeOffset _begins = options.Scenario.Begins;

    public Uri Address => new($"http://127.0.0.1:{_port}/");

    public string FunctionKey => _key;

    public bool IsRunning => _process is { HasExited: false };

    public CancellationToken Gone => CancellationToken.None;

    /// <exception cref="RehearsalException">The app does not start; the message carries what it said.</exception>
    public async Task StartAsync(CancellationToken cancellation)
    {
        var said = Path.Combine(options.Data, "app.log");
        EndOrphan();
        _process = Process.Start(Command(said)) ?? throw new RehearsalException("Aplikasi tidak dapat dijalankan.");
        await File.WriteAllTextAsync(ProcessFile, $"{_process.Id}", cancellation);
        using var http = new HttpClient { BaseAddress = Address };
        var alive = new Uri(workers == 0 ? ".clock" : "health/live", UriKind.Relative);
        var deadline = Stopwatch.StartNew();
        while (deadline.Elapsed < TimeSpan.FromSeconds(60))
        {
            if (_process is { HasExited: true, ExitCode: Killed })
            {
                // Somebody killed it while it was starting.
                await StartAsync(cancellation);
                return;
            }

            if (_process.HasExited)
            {
                throw new RehearsalException(
                    "Aplikasi berhenti saat dimulai:\n" + await File.ReadAllTextAsync(said, cancellation)
                );
            }

            try
            {
                if ((await http.GetAsync(alive, cancellation)).IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(50, cancellation);
        }

        throw new RehearsalException("Aplikasi belum siap setelah 60 detik.");
    }

    /// <summary>Kills the app, as a power cut would, and starts it when the clock says <paramref name="until"/>.</summary>
    public async Task LieStillAsync(DateTimeOffset until, CancellationToken cancellation)
    {
        _begins = until;
        if (_process is { HasExited: false })
        {
            _process.Kill();
            await _process.WaitForExitAsync(cancellation);
        }

        await StartAsync(cancellation);
    }

    /// <summary>The most memory that the app has had so far, in bytes.</summary>
    public long PeakMemory()
    {
        var line = File.ReadLines($"/proc/{_process!.Id}/status")
            .First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(
                line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
                System.Globalization.CultureInfo.InvariantCulture
            ) * 1024;
    }

    /// <summary>SIGTERM and a wait: the app drains and stops its storage emulator.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_process is null)
            return;
        if (!_process.HasExited)
        {
            using var term = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
            await term.WaitForExitAsync();
            using var limit = new CancellationTokenSource(StopLimit);
            try
            {
                await _process.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                _process.Kill(entireProcessTree: true);
            }
        }

        _process.Dispose();
        _process = null;
    }

    private string ProcessFile => Path.Combine(options.Data, "app.pid");

    // A rehearsal that was killed leaves its app behind; two apps must not share one data folder.
    private void EndOrphan()
    {
        if (!File.Exists(ProcessFile))
            return;
        var id = File.ReadAllText(ProcessFile);
        var command = $"/proc/{id}/cmdline";
        if (!File.Exists(command) || !File.ReadAllText(command).Contains(options.App, StringComparison.Ordinal))
            return;
        using var orphan = Process.GetProcessById(int.Parse(id, System.Globalization.CultureInfo.InvariantCulture));
        orphan.Kill();
        orphan.WaitForExit();
    }

    private ProcessStartInfo Command(string said)
    {
        Directory.CreateDirectory(options.Data);
        string[] words =
            workers == 0 ? [options.App] : [RehearsalOptions.Host, "--app", options.App, "--workers", $"{workers}"];
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec dotnet \"$@\" >>\"$0\" 2>&1", said, .. words]);
        foreach (var (name, value) in AppSettings.Of(options, Address, _key, _begins))
        {
            if (workers == 0 || !name.StartsWith("Host:Clock", StringComparison.Ordinal))
                start.Environment[VariableOf(name)] = value;
        }

        if (workers == 0)
            start.Environment["DOTNET_STARTUP_HOOKS"] = RehearsalOptions.Hook;
        return start;
    }

    // A shell does not hand on a variable with a dot in its name, as AzureWebJobs.NAME.Disabled has.
    private static string VariableOf(string setting) =>
        setting.Replace(":", "__", StringComparison.Ordinal).Replace(".", "__", StringComparison.Ordinal);

    // Below those that the system gives to others, who could have it while the app starts again.
    internal static int FreePort()
    {
        while (true)
        {
            var port = RandomNumberGenerator.GetInt32(LowestPort, HighestPort);
            using var probe = new TcpListener(IPAddress.Loopback, port);
            try
            {
                probe.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody has it.
            }
        }
    }
}

internal sealed class RehearsalException(string message) : Exception(message);
