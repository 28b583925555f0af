using System.Diagnostics;
using System.Globalization;
using Microsoft.DurableTask.Protobuf;

namespace Sakip.Benchmarks.Engine;

/// <summary>A plain harness: each benchmark warms up, runs once and prints one line or more.</summary>
internal static class EngineBenchmarks
{
    private static readonly Targets Wanted = new();

    private static readonly (string Name, Func<Task> Run)[] All =
    [
        ("sequential", Sequential),
        ("fan-out", FanOut),
        ("concurrent", Concurrent),
        ("timers", Timers),
        ("latency", Latency),
        ("recovery", Recovery),
        ("replay", Replay),
        ("finished", Finished),
    ];

    /// <returns>Whether what was run meets its targets.</returns>
    public static async Task<bool> RunAsync(string[] names)
    {
        Print("machine", $"{Environment.ProcessorCount} cores, .NET {Environment.Version}");
        foreach (var (name, run) in All)
        {
            if (names.Length == 0 || names.Contains(name))
                await run();
        }

        return Wanted.Print();
    }

    private static async Task Sequential()
    {
        const int Activities = 2_000;
        await using var bench = await Bench.StartAsync();
        await bench.RunAsync("Sequence", 100);
        var took = await bench.RunAsync("Sequence", Activities);
        Print("sequential", Rate(Activities, took, "activities/s in one instance"));
        Wanted.AtLeast("sequential activities in one instance", 300, Activities / took.TotalSeconds, "/s");
    }

    private static async Task FanOut()
    {
        const int Activities = 1_000;
        await using var bench = await Bench.StartAsync();
        await bench.RunAsync("FanOut", Activities);
        List<TimeSpan> times = [];
        for (var run = 0; run < 5; run++)
        {
            times.Add(await bench.RunAsync("FanOut", Activities));
            Print("fan-out", Rate(Activities, times[^1], "activities/s, fan-out of 1,000"));
        }

        times.Sort();
        Wanted.AtLeast("fan-out of 1,000 activities, median", 2_000, Activities / times[2].TotalSeconds, "/s");
    }

    private static async Task Concurrent()
    {
        const int Instances = 1_000;
        await using var bench = await Bench.StartAsync();
        await bench.RunAsync("Sequence", 100);
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Instances).Select(_ => bench.RunAsync("Sequence", 5)));
        Print("concurrent", Rate(Instances, watch.Elapsed, "orchestrations/s of 5 activities, 1,000 at once"));
        Wanted.Show("1,000 orchestrations of 5 activities at once", Instances / watch.Elapsed.TotalSeconds, "/s");
    }

    private static async Task Timers()
    {
        const int Count = 10_000;
        await using var bench = await Bench.StartAsync();
        var due = DateTime.UtcNow.AddSeconds(8);
        var ids = await Task.WhenAll(Enumerable.Range(0, Count).Select(_ => bench.ScheduleAsync("Timer", due)));
        await bench.Gate.WhenIdleAsync(CancellationToken.None);
        var early = DateTime.UtcNow < due;
        await Task.WhenAll(ids.Select(id => bench.Client.WaitForInstanceCompletionAsync(id)));
        var late = (DateTime.UtcNow - due).TotalSeconds;
        Wanted.Show("10,000 timers due at once: all heard after", late, "s");
        Print(
            "timers",
            $"{Count:N0} timers due at once: all heard {late:F2} s later" + (early ? "" : " (not all were set in time)")
        );
    }

    private static async Task Latency()
    {
        await using var bench = await Bench.StartAsync();
        await bench.RunAsync("Sequence", 100);
        List<double> times = [];
        for (var run = 0; run < 300; run++)
        {
            bench.FirstActivity.Restart();
            await bench.RunAsync("Sequence", 1);
            times.Add(bench.FirstActivity.Elapsed.TotalMilliseconds);
        }
        times.Sort();
        Wanted.AtMost("start to first activity, median", 20, times[150], "ms");
        Print("latency", $"start to first activity: median {times[150]:F2} ms, p95 {times[285]:F2} ms");
    }

    private static async Task Recovery()
    {
        const int Count = 10_000;
        await using var bench = await Bench.StartAsync();
        await Task.WhenAll(Enumerable.Range(0, Count).Select(n => bench.ScheduleAsync("Event", instanceId: $"e{n}")));
        await bench.Gate.WhenIdleAsync(CancellationToken.None);
        Wanted.Show("database of an instance that waits", bench.Size() / Count, "bytes");
        Print("recovery", $"{bench.Size() / Count:N0} bytes of database an instance that waits");
        var watch = Stopwatch.StartNew();
        await bench.RestartAsync();
        var restart = watch.Elapsed;
        Wanted.Show("restart with 10,000 waiting instances", restart.TotalSeconds, "s");
        Print("recovery", $"{Count:N0} waiting instances: stopped and started in {watch.Elapsed.TotalSeconds:F2} s");
        watch.Restart();
        await Task.WhenAll(Enumerable.Range(0, Count).Select(n => bench.Client.RaiseEventAsync($"e{n}", "Go", 1)));
        await bench.Gate.WhenIdleAsync(CancellationToken.None);
        // Waiting instances are replayed when something comes for them: the recovery is over when each has been.
        Wanted.AtMost("recovery of 10,000: restart, each one replayed", 5, (restart + watch.Elapsed).TotalSeconds, "s");
        Print("recovery", $"and each replayed, woken by an event and finished in {watch.Elapsed.TotalSeconds:F2} s");
    }

    private static async Task Replay()
    {
        await using var bench = await Bench.StartAsync();
        var fiveHundred = 0.0;
        // The first round warms up.
        foreach (
            var (events, isShown) in new[] { false, true }.SelectMany(shown =>
                new[] { 5, 50, 500, 5_000 }.Select(events => (events, shown))
            )
        )
        {
            // A step is four events: the outcome, the next call and the two ends of the turn.
            var id = await bench.ScheduleAsync("Sequence", events / 4);
            await bench.Client.WaitForInstanceCompletionAsync(id);
            var watch = Stopwatch.StartNew();
            var history = bench.Engine.Read(reader => reader.History(reader.Instance(id)!.Number));
            var read = watch.Elapsed;
            var request = new OrchestratorRequest { InstanceId = id };
            request.PastEvents.AddRange(history);
            bench.Orchestrators.Run("Sequence", request);
            if (!isShown)
                continue;
            Wanted.Show($"replay of {events:N0} events", watch.Elapsed.TotalMilliseconds, "ms");
            if (events == 500)
                fiveHundred = watch.Elapsed.TotalMilliseconds;
            // Ten times the events may take ten times as long, and half as much again for noise.
            if (events == 5_000)
            {
                Wanted.AtMost(
                    "replay of 5,000 events against 500",
                    15,
                    watch.Elapsed.TotalMilliseconds / fiveHundred,
                    "times"
                );
            }

            Print(
                "replay",
                $"{history.Count, 5:N0} events: {watch.Elapsed.TotalMilliseconds:F2} ms, "
                    + $"{read.TotalMilliseconds:F2} of them reading"
            );
        }
    }

    private static async Task Finished()
    {
        const int Step = 20_000;
        await using var bench = await Bench.StartAsync();
        var first = 0.0;
        for (var done = Step; done <= 100_000; done += Step)
        {
            await Parallel.ForEachAsync(
                Enumerable.Range(0, Step),
                new ParallelOptions { MaxDegreeOfParallelism = 256 },
                async (_, _) => await bench.RunAsync("Sequence", 1)
            );
            var memory = GC.GetTotalMemory(forceFullCollection: true) / 1024.0 / 1024;
            if (done == Step)
                first = memory;
            if (done == 5 * Step)
                Wanted.AtMost("memory after 100,000 against 20,000 finished", 1.5, memory / first, "times");
            Print(
                "finished",
                $"{done:N0} finished instances: {memory:F1} MB of managed memory, "
                    + $"{bench.Size() / done:N0} bytes of database each"
            );
        }
        Wanted.Show("database of a finished instance", bench.Size() / (5 * Step), "bytes");
        Print("finished", $"working set {Process.GetCurrentProcess().WorkingSet64 / 1024 / 1024} MB");
    }

    private static string Rate(int count, TimeSpan elapsed, string what) => $"{count / elapsed.TotalSeconds:N0} {what}";

    private static void Print(string name, FormattableString line) =>
        Console.WriteLine($"{name, -12}{line.ToString(CultureInfo.InvariantCulture)}");

    private static void Print(string name, string line) => Console.WriteLine($"{name, -12}{line}");
}
