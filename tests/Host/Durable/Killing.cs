using System.Diagnostics;
using System.Globalization;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;
using Sakip.Host.Clock;
using Sakip.Host.Durable;
using Sakip.Tests.Host.Durable.Sdk;

namespace Sakip.Tests.Host.Durable;

/// <summary>
/// A real process under load is killed again and again; what it had accepted takes effect all the same.
/// </summary>
public sealed class Killing
{
    private const int Kills = 20;
    private const string DatabaseVariable = "SAKIP_KILLED_DATABASE";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Twenty_kills_under_load_lose_nothing_that_was_accepted()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var folder = Directory.CreateTempSubdirectory("sakip-kill-");
        var database = Path.Combine(folder.FullName, "engine.db");
        HashSet<string> accepted = [];

        for (var kill = 0; kill < Kills; kill++)
            await LoadAndKillAsync(database, random.Next(1, 400), accepted);

        await using (var engine = Start(database))
        {
            var client = DirectCalls.Client(new TaskHubService(engine));
            foreach (var line in accepted)
            {
                var (what, id) = (line.Split(' ')[0], line.Split(' ')[1]);
                if (what == "started")
                    Assert.NotNull(await client.GetInstanceAsync(id, Cancellation));
                else
                    await EndsAsync(client, id, seed);
            }
        }
        Assert.True(accepted.Count > Kills, $"Only {accepted.Count} requests were accepted (seed {seed}).");
        folder.Delete(recursive: true);
    }

    /// <summary>
    /// The process that is killed: it starts instances and raises events, and says what was accepted.
    /// </summary>
    [Fact(Explicit = true)]
    public async Task Load()
    {
        var database = Environment.GetEnvironmentVariable(DatabaseVariable)!;
        await using var engine = Start(database);
        var client = DirectCalls.Client(new TaskHubService(engine));
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 100_000),
            new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Cancellation },
            async (number, cancellation) =>
            {
                var id = Guid.NewGuid().ToString("N");
                await client.ScheduleNewOrchestrationInstanceAsync(
                    "Run",
                    number % 100,
                    new StartOrchestrationOptions(id),
                    cancellation
                );
                Console.WriteLine($"started {id}");
                await client.RaiseEventAsync(id, "Go", 7, cancellation);
                Console.WriteLine($"raised {id}");
            }
        );
    }

    private static async Task LoadAndKillAsync(string database, int afterLines, HashSet<string> accepted)
    {
        using var process = Process.Start(
            new ProcessStartInfo(
                "dotnet",
                [
                    typeof(Killing).Assembly.Location,
                    "-explicit",
                    "only",
                    "-method",
                    $"{typeof(Killing).FullName}.{nameof(Load)}",
                ]
            )
            {
                RedirectStandardOutput = true,
                Environment = { [DatabaseVariable] = database },
            }
        )!;
        List<string> others = [];
        while (afterLines > 0 && await process.StandardOutput.ReadLineAsync(Cancellation) is { } line)
        {
            if (line.Split(' ') is ["started" or "raised", _])
            {
                accepted.Add(line);
                afterLines--;
            }
            else
            {
                others.Add(line);
            }
        }
        process.Kill();
        await process.WaitForExitAsync(Cancellation);
        Assert.True(afterLines == 0, $"The process ended by itself:\n{string.Join('\n', others)}");
    }

    private static DurableEngine Start(string database)
    {
        var engine = new DurableEngine(
            new EngineOptions { DatabasePath = database },
            TimeProvider.System,
            new WorkGate(),
            NullLoggerFactory.Instance
        );
        var orchestrators = new Dictionary<string, Func<TaskOrchestrationContext, Task<object?>>>
        {
            ["Run"] = async context => await RunAsync(context),
            ["Child"] = async context => await context.CallActivityAsync<int>("Double", context.GetInput<int>()),
        };
        var activities = new Dictionary<string, Func<ActivityCall, CancellationToken, Task<object?>>>
        {
            ["Double"] = (call, _) =>
                Task.FromResult<object?>(2 * int.Parse(call.Input!, CultureInfo.InvariantCulture)),
        };
        engine.Start(new SdkRunner(new SdkOrchestrators(orchestrators), activities).Functions);
        return engine;
    }

    private static async Task<int> RunAsync(TaskOrchestrationContext context)
    {
        var input = context.GetInput<int>();
        var doubled = await Task.WhenAll(
            context.CallActivityAsync<int>("Double", input),
            context.CallActivityAsync<int>("Double", input + 1)
        );
        await context.CreateTimer(TimeSpan.FromMilliseconds(20), CancellationToken.None);
        var raised = await context.WaitForExternalEvent<int>("Go");
        return doubled.Sum() + await context.CallSubOrchestratorAsync<int>("Child", raised);
    }

    private static async Task EndsAsync(DurableTaskClient client, string id, int seed)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        var state = await client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, limit.Token);
        Assert.True(state.RuntimeStatus == OrchestrationRuntimeStatus.Completed, $"{state} (seed {seed})");
        Assert.Equal((4 * state.ReadInputAs<int>()) + 2 + 14, state.ReadOutputAs<int>());
    }
}
