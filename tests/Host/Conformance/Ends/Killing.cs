using System.Collections.Concurrent;
using Sakip.Tests.Host.Conformance.Running;

namespace Sakip.Tests.Host.Conformance.Ends;

/// <summary>SIGKILL at any moment: what was accepted takes effect all the same.</summary>
public sealed class Killing
{
    private const int Kills = 3;

    [Fact]
    public async Task Kills_under_load_lose_nothing_that_was_accepted()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        using var folder = AppFolder.New();
        var (started, raised) = (new ConcurrentBag<string>(), new ConcurrentBag<string>());
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var app = await RunningApp.StartAsync(AppPlan.In(folder), ownsFolder: false);
            await LoadAsync(app, kill, random.Next(1, 40), started, raised);
        }

        await using var last = await RunningApp.StartAsync(AppPlan.In(folder), ownsFolder: false);
        foreach (var id in started.Except(raised))
            await last.RaiseAsync(id, "Go", 7);
        foreach (var id in started)
        {
            var ended = await last.EndOfAsync(id);
            var n = int.Parse(ended.Input!, System.Globalization.CultureInfo.InvariantCulture);
            Assert.True((ended.Status, ended.Output) == ("Completed", $"{(4 * n) + 2 + 14}"), $"{ended} (seed {seed})");
        }

        Assert.True(started.Count >= Kills, $"Only {started.Count} instances were accepted (seed {seed}).");
    }

    // The load runs until its app is killed; requests that the kill cuts off were not accepted.
    private static async Task LoadAsync(
        RunningApp app,
        int round,
        int instances,
        ConcurrentBag<string> started,
        ConcurrentBag<string> raised
    )
    {
        var enough = new TaskCompletionSource();
        var load = Parallel.ForAsync(
            0,
            10_000,
            new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = Patience.Cancellation },
            async (n, _) =>
            {
                var id = $"killed-{round}-{n}";
                await app.StartInstanceAsync("Everything", id, n % 100);
                started.Add(id);
                if (started.Count(known => known.StartsWith($"killed-{round}-", StringComparison.Ordinal)) >= instances)
                    enough.TrySetResult();
                if ((await app.RaiseAsync(id, "Go", 7)).Status == 200)
                    raised.Add(id);
            }
        );
        await Task.WhenAny(enough.Task, load);
        await app.KillAsync();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => load);
    }
}
