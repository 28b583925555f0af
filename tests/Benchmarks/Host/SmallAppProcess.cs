using System.Diagnostics;
using System.Globalization;
using Sakip.Rehearsal;

namespace Sakip.Benchmarks.Host;

/// <summary>A small function app as a process of its own under the host, without a storage emulator.</summary>
internal sealed class SmallAppProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("sakip-bench-host-");
    private readonly Process process;

    private SmallAppProcess(IReadOnlyList<(string Name, string Value)> settings) => process = Begin(settings);

    public HttpClient Http { get; } = new() { Timeout = TimeSpan.FromMinutes(5) };

    /// <summary>From the start of the process to its first answer.</summary>
    public TimeSpan UntilFirstAnswer { get; private set; }

    /// <summary>The memory of the process, in bytes.</summary>
    public long Memory
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    public static async Task<SmallAppProcess> StartAsync(params (string Name, string Value)[] settings)
    {
        var began = Stopwatch.GetTimestamp();
        var app = new SmallAppProcess(settings);
        string? line;
        while ((line = await app.process.StandardOutput.ReadLineAsync().WaitAsync(Patience)) is not null)
        {
            if (!line.StartsWith("Berjalan di ", StringComparison.Ordinal))
                continue;
            app.Http.BaseAddress = new Uri(line["Berjalan di ".Length..]);
            _ = app.process.StandardOutput.ReadToEndAsync();
            await app.Http.GetStringAsync(new Uri("api/measure", UriKind.Relative));
            app.UntilFirstAnswer = Stopwatch.GetElapsedTime(began);
            return app;
        }
        throw new InvalidOperationException(
            "The small app did not start: " + await app.process.StandardError.ReadToEndAsync()
        );
    }

    /// <summary>Has instances run and gives the time that they took.</summary>
    public async Task<TimeSpan> MeasureAsync(string orchestrator, int input, int instances)
    {
        using var answer = await Http.PostAsync(
            new Uri($"api/measure/{orchestrator}/{input}/{instances}", UriKind.Relative),
            null
        );
        var text = await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
        return TimeSpan.FromMilliseconds(double.Parse(text, CultureInfo.InvariantCulture));
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        using (var term = Process.Start("kill", ["-TERM", $"{process.Id}"]))
            await term.WaitForExitAsync();
        await process.WaitForExitAsync();
        process.Dispose();
        folder.Delete(recursive: true);
    }

    private Process Begin(IReadOnlyList<(string Name, string Value)> settings)
    {
        var app = Path.Combine(
            RehearsalOptions.FindRoot(),
            "tests",
            "SmallApp",
            "bin",
            RehearsalOptions.Configuration,
            "net10.0",
            "Sakip.SmallApp.dll"
        );
        var start = new ProcessStartInfo("dotnet", [app])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["DOTNET_STARTUP_HOOKS"] = RehearsalOptions.Hook,
                ["DOTNET_TieredPGO"] = "0",
                ["Host__Data"] = Path.Combine(folder.FullName, "data"),
                ["Host__Urls"] = "http://127.0.0.1:0",
                ["Desk"] = folder.FullName,
                ["AzureWebJobsStorage"] = "not used here",
                ["SmallHub"] = "small",
                ["SweepSchedule"] = "0 0 0 * * *",
                ["AzureFunctionsJobHost__logging__logLevel__default"] = "Warning",
            },
        };
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        // The functions that are there to keep a host from starting, as the conformance tests enable them.
        foreach (var faulty in Faulty)
            start.Environment[$"AzureWebJobs.{faulty}.Disabled"] = "true";
        return Process.Start(start)!;
    }

    private static readonly string[] Faulty =
    [
        "SwitchedOff",
        "SwitchedOffSweep",
        "Sweep",
        "Interval",
        "FailingSweep",
        "SlowSweep",
    ];
}
