using System.Diagnostics;
using System.Globalization;
using Sakip.Tests.Host.Conformance.Running;

namespace Sakip.Tests.Host.Conformance.Ends;

/// <summary>The host stands apart and has the app in two processes.</summary>
public sealed class Workers
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Work_goes_round_the_workers_and_that_of_one_that_dies_is_done_by_another()
    {
        await using var app = await RunningApp.StartAsync(
            AppPlan.New().InWorkers(2).Enable("SlowSweep").Set("BodyLimit", "50000000")
        );
        var both = await WorkersAsync(app);
        Assert.DoesNotContain(app.ProcessId, both);
        await app.StartInstanceAsync("FanOut", "shared", 50);
        Assert.Equal("42925", (await app.EndOfAsync("shared")).Output);
        Assert.Equal(202, await app.FireAsync("SlowSweep"));
        await app.Folder.NotedAsync("slow sweep begun");
        app.Folder.Put("slow-sweep");
        await app.Folder.NotedAsync("slow sweep ended");
        Assert.Single(app.Folder.Notes("slow sweep begun"));

        await app.StartInstanceAsync("WaitsForSlow", "repeated", "\"work\"");
        var victim = WorkerOf(Assert.Single(await app.Folder.NotedAsync("slow work begun")));
        var cutOff = CutOffAsync(app, victim);
        await app.Folder.NotedAsync("until told begun", 2);
        Processes.Kill(victim);
        await app.Folder.NotedAsync("slow work begun", 2);
        app.Folder.Put("work");

        Assert.Equal("\"work\"", (await app.EndOfAsync("repeated")).Output);
        Assert.Contains(await cutOff, status => status is 502 or 503);
        Assert.DoesNotContain(victim, await WorkersAsync(app));
    }

    [Fact]
    public async Task They_end_with_an_orderly_stop()
    {
        using var folder = AppFolder.New();
        await using var app = await RunningApp.StartAsync(AppPlan.In(folder).InWorkers(2), ownsFolder: false);
        var both = await WorkersAsync(app);
        var answer = app.GetAsync("/api/slow/mayend");
        await folder.NotedAsync("slow mayend begun");
        var began = Stopwatch.GetTimestamp();
        app.AskToStop();
        folder.Put("mayend");

        Assert.Equal((200, "told to end: False"), await answer);
        Assert.Equal(0, await app.StopAsync());
        Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, Limit);
        Assert.All(both, worker => Assert.False(Processes.IsRunning(worker)));
        Assert.Equal(2, folder.Notes("service stopped").Count);
    }

    [Fact]
    public async Task They_end_when_their_host_is_killed()
    {
        await using var app = await RunningApp.StartAsync(AppPlan.New().InWorkers(2));
        var both = await WorkersAsync(app);

        await app.KillAsync();

        await Patience.UntilAsync(() => !both.Any(Processes.IsRunning), () => "A worker lives on.");
    }

    private static int WorkerOf(string note) => int.Parse(note.Split(' ')[4], CultureInfo.InvariantCulture);

    // Asks until two different processes have answered.
    private static async Task<IReadOnlyCollection<int>> WorkersAsync(RunningApp app)
    {
        var found = new HashSet<int>();
        await Patience.UntilAsync(
            async () =>
            {
                if (await app.GetAsync("/api/process") is (200, var process))
                    found.Add(int.Parse(process, CultureInfo.InvariantCulture));
                return found.Count == 2;
            },
            () => $"Only {string.Join(", ", found)} answer."
        );
        return found;
    }

    // Two requests, one in each worker; the living one is told to end when its caller is gone.
    private static async Task<int[]> CutOffAsync(RunningApp app, int victim)
    {
        using var leaving = new CancellationTokenSource();
        var requests = Enumerable.Range(0, 2).Select(_ => StatusAsync()).ToArray();
        var first = await Task.WhenAny(requests);
        Assert.False(Processes.IsRunning(victim), "Nothing was cut off.");
        await leaving.CancelAsync();
        return [await first];

        async Task<int> StatusAsync()
        {
            using var answer = await app.Http.GetAsync("/api/untiltold", leaving.Token);
            return (int)answer.StatusCode;
        }
    }
}
