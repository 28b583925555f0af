using System.Diagnostics;
using Sakip.Benchmarks.Engine;

namespace Sakip.Benchmarks.Host;

/// <summary>
/// A function app under the host, as it is deployed: HTTP by way of host and worker, turns and activities by the worker's
/// stream, every commit on the disk. <c>extended</c> turns on extended sessions, to show what they would bring.
/// </summary>
internal static class HostBenchmarks
{
    private const int Rounds = 5;

    /// <returns>Whether every target is met.</returns>
    public static async Task<bool> RunAsync(bool extended)
    {
        (string, string)[] settings = extended
            ? [("AzureFunctionsJobHost__extensions__durableTask__extendedSessionsEnabled", "true")]
            : [];
        var wanted = new Targets();
        await using (var app = await SmallAppProcess.StartAsync(settings))
        {
            wanted.AtMost("memory after start", 200, app.Memory / 1024.0 / 1024, "MB");
            await HttpAsync(app, wanted);
            await DurableAsync(app, wanted);
        }
        var starts = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            await using var app = await SmallAppProcess.StartAsync(settings);
            starts.Add(app.UntilFirstAnswer.TotalSeconds);
        }
        wanted.AtMost("start to first page, storage elsewhere", 1, Median(starts), "s");
        return wanted.Print();
    }

    private static async Task HttpAsync(SmallAppProcess app, Targets wanted)
    {
        await RequestsAsync(app, 3_000, 16);
        wanted.AtLeast(
            "requests one after the other",
            2_500,
            await MedianAsync(() => RequestsAsync(app, 3_000, 1)),
            "/s"
        );
        wanted.AtLeast("requests, 16 at once", 4_500, await MedianAsync(() => RequestsAsync(app, 8_000, 16)), "/s");
    }

    private static async Task DurableAsync(SmallAppProcess app, Targets wanted)
    {
        await app.MeasureAsync("Steps", 200, 1);
        await app.MeasureAsync("FanOut", 1_000, 1);
        wanted.AtLeast("500 activities one after the other", 250, await RateAsync(app, "Steps", 500, 1, 500), "/s");
        wanted.AtLeast("1,000 activities at once", 6_000, await RateAsync(app, "FanOut", 1_000, 1, 1_000), "/s");
        wanted.AtLeast("1,000 orchestrations of 5", 800, await RateAsync(app, "Steps", 5, 1_000, 1_000), "/s");
        // A step is four events. What the last hundred steps take more than the first, is what their longer history costs.
        wanted.AtMost("a turn at 500 events", 1, await TurnAsync(app, 125), "ms");
        wanted.AtMost("a turn at 5,000 events", 6, await TurnAsync(app, 1_250), "ms");
    }

    /// <summary>One step takes an activity and a turn; those of an instance without a history are taken off.</summary>
    private static async Task<double> TurnAsync(SmallAppProcess app, int steps)
    {
        const int More = 50;
        var longer = new List<double>();
        for (var round = 0; round < 3; round++)
        {
            var before = await app.MeasureAsync("Steps", steps, 1);
            var after = await app.MeasureAsync("Steps", steps + More, 1);
            var alone = await app.MeasureAsync("Steps", More, 1);
            longer.Add(((after - before) / More - alone / More).TotalMilliseconds);
        }
        return Math.Max(0, Median(longer));
    }

    private static Task<double> RateAsync(
        SmallAppProcess app,
        string orchestrator,
        int input,
        int instances,
        int count
    ) => MedianAsync(async () => count / (await app.MeasureAsync(orchestrator, input, instances)).TotalSeconds);

    private static async Task<double> RequestsAsync(SmallAppProcess app, int count, int atOnce)
    {
        var began = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, count),
            new ParallelOptions { MaxDegreeOfParallelism = atOnce },
            async (_, ct) => await app.Http.GetByteArrayAsync(new Uri("api/measure", UriKind.Relative), ct)
        );
        return count / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static async Task<double> MedianAsync(Func<Task<double>> measure)
    {
        var figures = new List<double>();
        for (var round = 0; round < Rounds; round++)
            figures.Add(await measure());
        return Median(figures);
    }

    private static double Median(List<double> figures)
    {
        figures.Sort();
        return figures[figures.Count / 2];
    }
}
