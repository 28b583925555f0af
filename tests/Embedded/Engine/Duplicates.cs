using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Sakip.Embedded.Engine.History;
using Sakip.Embedded.Engine.Store;

namespace Sakip.Tests.Embedded.Engine;

/// <summary>What comes twice, or to the wrong execution.</summary>
public sealed class Duplicates
{
    [Fact]
    public async Task A_second_outcome_of_one_task_is_ignored_with_a_warning()
    {
        await using var world = await new World()
            .Orchestrator("Work", async context =>
            {
                var result = await context.CallActivityAsync<int>("Answer");
                await context.WaitForExternalEvent<int>("Go");
                return result;
            })
            .Activity("Answer", _ => 1)
            .StartAsync();
        await world.BeginAsync("Work");
        var execution = world.History().OfType<ExecutionStarted>().Single().ExecutionId;

        world.Engine.Running.Instances.Deliver(
            new Delivery("probe-1", new Message(0, execution, new TaskCompleted(0, "2"))));
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
            .ActivityCalled("Answer", async (_, stopping) =>
            {
                await Task.Delay(Timeout.Infinite, stopping);
                return null;
            })
            .StartAsync();
        await world.Client.ScheduleNewOrchestrationInstanceAsync(
            "Work", new StartOrchestrationOptions("probe-1"), TestContext.Current.CancellationToken);
        await world.Client.WaitForInstanceStartAsync("probe-1", TestContext.Current.CancellationToken);

        world.Engine.Running.Instances.Deliver(
            new Delivery("probe-1", new Message(0, "another", new TaskCompleted(0, "2"))));
        await world.Client.RaiseEventAsync("probe-1", "Heard", 1, TestContext.Current.CancellationToken);
        while (!world.History().OfType<EventRaised>().Any()) await Task.Yield();

        Assert.Equal(OrchestrationRuntimeStatus.Running, (await world.StateAsync()).RuntimeStatus);
        Assert.Empty(world.History().OfType<TaskCompleted>());
    }
}
