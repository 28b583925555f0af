using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Protobuf;
using Sakip.Host.Durable.Store;

namespace Sakip.Tests.Host.Durable;

/// <summary>What comes twice, or to the wrong execution.</summary>
public sealed class Duplicates
{
    [Fact]
    public async Task A_second_outcome_of_one_task_is_ignored_with_a_warning()
    {
        await using var world = await new World()
            .Orchestrator(
                "Work",
                async context =>
                {
                    var result = await context.CallActivityAsync<int>("Answer");
                    await context.WaitForExternalEvent<int>("Go");
                    return result;
                }
            )
            .Activity("Answer", _ => 1)
            .StartAsync();
        await world.BeginAsync("Work");
        var execution = world.History(e => e.ExecutionStarted).Single().OrchestrationInstance.ExecutionId;

        world.Engine.Instances.Deliver(new Message("probe-1", execution, Answer()));
        await world.IdleAsync();
        await world.RaiseAsync("Go", 1);

        Assert.Equal(1, (await world.StateAsync()).ReadOutputAs<int>());
        Assert.True(world.Log.Has("TaskCompleted #0 is ignored"));
    }

    [Fact]
    public async Task What_is_meant_for_another_execution_is_dropped()
    {
        await using var world = await new World()
            .Orchestrator("Work", context => context.CallActivityAsync<int>("Answer"))
            .ActivityCalled(
                "Answer",
                async (_, stopping) =>
                {
                    await Task.Delay(Timeout.Infinite, stopping);
                    return null;
                }
            )
            .StartAsync();
        await world.Client.ScheduleNewOrchestrationInstanceAsync(
            "Work",
            new StartOrchestrationOptions("probe-1"),
            TestContext.Current.CancellationToken
        );
        await world.Client.WaitForInstanceStartAsync("probe-1", TestContext.Current.CancellationToken);

        world.Engine.Instances.Deliver(new Message("probe-1", "another", Answer()));
        await world.Client.RaiseEventAsync("probe-1", "Heard", 1, TestContext.Current.CancellationToken);
        while (!world.History(e => e.EventRaised).Any())
            await Task.Yield();

        Assert.Equal(OrchestrationRuntimeStatus.Running, (await world.StateAsync()).RuntimeStatus);
        Assert.Empty(world.History(e => e.TaskCompleted));
    }

    private static HistoryEvent Answer() => World.Event(message => message.TaskCompleted = new() { Result = "2" });
}
