using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;

namespace Sakip.Tests.Host.Conformance.Running;

/// <summary>The small app under the host, as a process of its own that is spoken to by HTTP.</summary>
internal sealed partial class RunningApp : IAsyncDisposable
{
    private const string ReadyWords = "Berjalan di ";

    private readonly TaskCompletionSource<string> ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<string> output = new();
    private readonly ConcurrentQueue<string> errors = new();
    private readonly bool ownsFolder;
    private readonly Process process;

    private RunningApp(AppPlan plan, bool ownsFolder)
    {
        (Folder, this.ownsFolder) = (plan.Folder, ownsFolder);
        process = new Process { StartInfo = plan.Command() };
        process.OutputDataReceived += (_, line) => Take(output, line.Data);
        process.ErrorDataReceived += (_, line) => Take(errors, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public AppFolder Folder { get; }

    public HttpClient Http { get; private set; } = null!;

    public Uri Address => Http.BaseAddress!;

    public int ProcessId => process.Id;

    /// <summary>What the process has written, to its output first.</summary>
    public IReadOnlyList<string> Lines => [.. output, .. errors];

    /// <summary>Starts it and returns when it serves.</summary>
    public static async Task<RunningApp> StartAsync(AppPlan plan, bool ownsFolder = true)
    {
        var app = new RunningApp(plan, ownsFolder);
        try
        {
            var ended = app.process.WaitForExitAsync(Patience.Cancellation);
            if (await Task.WhenAny(app.ready.Task, ended).WaitAsync(Patience.Limit, Patience.Cancellation) == ended)
                Assert.Fail($"It ended with {app.process.ExitCode}:\n{string.Join('\n', app.Lines)}");
            app.Http = NewClient(await app.ready.Task);
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts what is refused: how it ended and what it said of it.</summary>
    public static async Task<(int ExitCode, string[] Errors)> RefuseAsync(AppPlan plan, bool ownsFolder = true)
    {
        await using var app = new RunningApp(plan, ownsFolder);
        var ended = app.process.WaitForExitAsync(Patience.Cancellation);
        await Task.WhenAny(app.ready.Task, ended).WaitAsync(Patience.Limit, Patience.Cancellation);
        Assert.False(app.ready.Task.IsCompleted, "It said that it serves.");
        return (app.process.ExitCode, [.. app.errors.Where(line => line.Length > 0)]);
    }

    /// <summary>As systemd does it (SIGTERM); resumes when the process has ended.</summary>
    public async Task<int> StopAsync()
    {
        AskToStop();
        await process.WaitForExitAsync(Patience.Cancellation).WaitAsync(Patience.Limit, Patience.Cancellation);
        return process.ExitCode;
    }

    public void AskToStop()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>As a power failure does it (SIGKILL), this process alone.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync(Patience.Cancellation);
    }

    /// <summary>Whether anything listens where the app has served.</summary>
    public async Task<bool> IsServingAsync()
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(Address.Host, Address.Port, Patience.Cancellation);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        // Shown with a test that fails.
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', Lines));
        Http?.Dispose();
        var children = Processes.ChildrenOf(process.Id);
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        await Processes.EndAsync(children);
        process.Dispose();
        if (ownsFolder)
            Folder.Dispose();
    }

    private static HttpClient NewClient(string address) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new Uri(address),
            // Host and worker that disagree on a route wait for each other for fifteen seconds.
            Timeout = TimeSpan.FromSeconds(14),
        };

    private void Take(ConcurrentQueue<string> lines, string? line)
    {
        if (line is null)
            return;
        lines.Enqueue(line);
        if (line.StartsWith(ReadyWords, StringComparison.Ordinal))
            ready.TrySetResult(line[ReadyWords.Length..].Trim());
    }
}
