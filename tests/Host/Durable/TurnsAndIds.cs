using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Kind = Microsoft.DurableTask.Protobuf.HistoryEvent.EventTypeOneofCase;

namespace Sakip.Tests.Host.Durable;

public sealed class TurnsAndIds
{
    [Fact]
    public async Task A_turn_is_recorded_from_its_start_to_its_end()
    {
        await using var world = await new World()
            .Orchestrator("Run", context => context.CallActivityAsync("Work"))
            .Activity("Work", _ => null)
            .StartAsync();

        await world.RunAsync("Run");

        Assert.Equal(
            [
                Kind.OrchestratorStarted,
                Kind.ExecutionStarted,
                Kind.TaskScheduled,
                Kind.OrchestratorCompleted,
                Kind.OrchestratorStarted,
                Kind.TaskCompleted,
                Kind.ExecutionCompleted,
                Kind.OrchestratorCompleted,
            ],
            world.History().Select(happened => happened.EventTypeCase)
        );
    }

    [Fact]
    public async Task One_counter_numbers_everything_that_is_asked_for()
    {
        await using var world = await new World()
            .Orchestrator(
                "Run",
                async context =>
                {
                    context.SetCustomStatus("begun");
                    _ = context.NewGuid();
                    var activity = context.CallActivityAsync("A");
                    var timer = context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
                    var child = context.CallSubOrchestratorAsync("C");
                    context.SendEvent("elsewhere", "E", 1);
                    await context.WaitForExternalEvent<object>("Go");
                    await Task.WhenAll(activity, timer, child);
                }
            )
            .Orchestrator("C", _ => Task.CompletedTask)
            .Activity("A", _ => null)
            .StartAsync();

        await world.BeginAsync("Run");
        await world.RaiseAsync("Go");
        await world.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal("A0 T1 C2 E!3 Completed4", world.Outline());
    }

    [Fact]
    public async Task Ids_made_in_an_orchestration_are_the_official_ones()
    {
        await using var world = await new World()
            .Orchestrator(
                "Ids",
                context => Task.FromResult<Guid[]>([context.NewGuid(), context.NewGuid(), context.NewGuid()])
            )
            .StartAsync();

        var state = await world.RunAsync("Ids");

        Assert.Equal(
            [
                Guid.Parse("b7a1df6e-8b97-5137-a261-3dbaa186a3f3"),
                Guid.Parse("a51f1ecd-d682-53ec-84da-74286ce93df1"),
                Guid.Parse("03646526-a7f4-5f5a-8caa-e1e727dae1d9"),
            ],
            state.ReadOutputAs<Guid[]>()!
        );
    }

    [Fact]
    public async Task Time_stands_still_in_a_turn_and_is_the_turns_start()
    {
        await using var world = await new World()
            .Orchestrator(
                "Times",
                async context =>
                {
                    var first = context.CurrentUtcDateTime;
                    await context.CreateTimer(TimeSpan.FromMinutes(5), CancellationToken.None);
                    return new[] { first, context.CurrentUtcDateTime, context.CurrentUtcDateTime };
                }
            )
            .StartAsync();

        await world.BeginAsync("Times");
        await world.AdvanceAsync(TimeSpan.FromMinutes(7));

        var start = World.Start.UtcDateTime;
        var later = start + TimeSpan.FromMinutes(7);
        Assert.Equal([start, later, later], (await world.StateAsync()).ReadOutputAs<DateTime[]>()!);
    }

    [Fact]
    public async Task Replaying_code_knows_it_and_its_logger_is_silent()
    {
        await using var world = await new World { CacheBytes = 0 }
            .Orchestrator(
                "Log",
                async context =>
                {
                    var logger = context.CreateReplaySafeLogger("orders");
                    var replaying = context.IsReplaying;
                    logger.LogInformation("before");
                    await context.WaitForExternalEvent<int>("Go");
                    logger.LogInformation("after");
                    return replaying;
                }
            )
            .StartAsync();

        await world.BeginAsync("Log");
        var firstRunReplayed = (await world.StateAsync()).SerializedOutput;
        await world.RaiseAsync("Go", 1);

        Assert.Null(firstRunReplayed);
        Assert.True((await world.StateAsync()).ReadOutputAs<bool>());
        Assert.Single(world.Log.Lines, line => line == "Information: before");
    }

    [Fact]
    public async Task Nothing_completes_while_a_task_is_open()
    {
        await using var world = await new World()
            .Orchestrator(
                "Early",
                context =>
                {
                    _ = context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
                    return Task.FromResult("done");
                }
            )
            .Orchestrator(
                "EarlyFailure",
                context =>
                {
                    _ = context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
                    throw new InvalidOperationException("no");
                }
            )
            .Orchestrator(
                "EventOnly",
                context =>
                {
                    _ = context.WaitForExternalEvent<int>("Never");
                    return Task.FromResult("done");
                }
            )
            .StartAsync();

        var early = await world.RunAsync("Early", instanceId: "a");
        var failing = await world.RunAsync("EarlyFailure", instanceId: "b");
        var eventOnly = await world.RunAsync("EventOnly", instanceId: "c");
        await world.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal(OrchestrationRuntimeStatus.Running, early.RuntimeStatus);
        Assert.Equal(OrchestrationRuntimeStatus.Running, failing.RuntimeStatus);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, eventOnly.RuntimeStatus);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await world.StateAsync("a")).RuntimeStatus);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await world.StateAsync("b")).RuntimeStatus);
    }

    [Fact]
    public async Task A_second_start_of_an_execution_is_dropped()
    {
        await using var world = await new World()
            .Orchestrator("Waits", context => context.WaitForExternalEvent<int>("Go"))
            .StartAsync();
        await world.BeginAsync("Waits");
        world.StoreTogether("probe-1", World.Event(m => m.ExecutionStarted = new() { Name = "Waits" }));

        await world.CrashAsync();
        await world.RaiseAsync("Go", 1);

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await world.StateAsync()).RuntimeStatus);
        Assert.Single(world.History(e => e.ExecutionStarted));
        Assert.True(world.Log.Has("ExecutionStarted #-1 is ignored"));
    }

    [Fact]
    public async Task An_instance_kept_in_memory_and_one_that_is_replayed_do_the_same()
    {
        foreach (var cacheBytes in new long[] { 0, long.MaxValue })
        {
            await using var world = await new World { CacheBytes = cacheBytes }
                .Orchestrator(
                    "Steps",
                    async context =>
                    {
                        var sum = 0;
                        for (var step = 0; step < 20; step++)
                        {
                            sum += await context.CallActivityAsync<int>("Add", step);
                            await context.CreateTimer(TimeSpan.FromSeconds(1), CancellationToken.None);
                        }
                        return sum;
                    }
                )
                .Activity("Add", input => int.Parse(input!, System.Globalization.CultureInfo.InvariantCulture))
                .StartAsync();

            await world.BeginAsync("Steps");
            for (var step = 0; step < 20; step++)
                await world.AdvanceAsync(TimeSpan.FromSeconds(1));

            Assert.Equal(190, (await world.StateAsync()).ReadOutputAs<int>());
        }
    }
}
