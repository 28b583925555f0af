using Grpc.Core;
using Microsoft.DurableTask.Client;

namespace Sakip.Tests.Host.Durable;

public sealed class Control
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_terminated_instance_ends_with_the_given_output_whatever_is_open()
    {
        await using var world = await Waiting();

        await world.Client.TerminateInstanceAsync("probe-1", new { Reason = "moved" }, Cancellation);
        await world.IdleAsync();

        var state = await world.StateAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, state.RuntimeStatus);
        Assert.Equal("""{"Reason":"moved"}""", state.SerializedOutput);
        Assert.Null(state.FailureDetails);
        await world.AdvanceAsync(TimeSpan.FromDays(2));
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await world.StateAsync()).RuntimeStatus);
    }

    [Fact]
    public async Task Nobody_can_be_told_what_is_finished_or_missing()
    {
        await using var world = await new World().Orchestrator("Quick", _ => Task.FromResult(1)).StartAsync();
        await world.RunAsync("Quick");

        foreach (
            var (id, status) in new[] { ("probe-1", StatusCode.FailedPrecondition), ("nobody", StatusCode.NotFound) }
        )
        {
            Assert.Equal(status, await RefusalAsync(world.Client.TerminateInstanceAsync(id, "late", Cancellation)));
            Assert.Equal(status, await RefusalAsync(world.Client.SuspendInstanceAsync(id, "late", Cancellation)));
            Assert.Equal(status, await RefusalAsync(world.Client.ResumeInstanceAsync(id, "late", Cancellation)));
            Assert.Equal(status, await RefusalAsync(world.Client.RaiseEventAsync(id, "Late", 1, Cancellation)));
        }

        Assert.Equal(1, (await world.StateAsync()).ReadOutputAs<int>());
    }

    [Fact]
    public async Task A_suspended_instance_keeps_events_until_it_is_resumed()
    {
        await using var world = await Waiting();

        await world.Client.SuspendInstanceAsync("probe-1", "audit", Cancellation);
        await world.IdleAsync();
        var suspended = await world.StateAsync();
        await world.RaiseAsync("Go", 3);
        await world.AdvanceAsync(TimeSpan.FromDays(1));
        var stillSuspended = await world.StateAsync();
        await world.CrashAsync();
        await world.Client.ResumeInstanceAsync("probe-1", "done", Cancellation);
        await world.IdleAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Suspended, suspended.RuntimeStatus);
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, stillSuspended.RuntimeStatus);
        Assert.Equal(3, (await world.StateAsync()).ReadOutputAs<int>());
    }

    [Fact]
    public async Task What_came_before_a_suspension_is_heard_before_it()
    {
        var ran = 0;
        await using var world = new World()
            .Orchestrator(
                "Work",
                async context =>
                {
                    await context.WaitForExternalEvent<int>("Go");
                    await context.CallActivityAsync("Work");
                }
            )
            .Activity("Work", _ => ++ran);
        await world.StartAsync();
        await world.BeginAsync("Work");
        world.StoreTogether("probe-1", World.Raised("Go", "1"), World.Event(m => m.ExecutionSuspended = new()));
        await world.CrashAsync();
        await world.IdleAsync();
        var suspended = (await world.StateAsync()).RuntimeStatus;

        await world.Client.ResumeInstanceAsync("probe-1", cancellation: Cancellation);
        await world.IdleAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Suspended, suspended);
        Assert.Equal(1, ran);
        Assert.Equal("Work0 Completed1", world.Outline());
    }

    [Fact]
    public async Task A_suspended_instance_can_be_terminated()
    {
        await using var world = await Waiting();
        await world.Client.SuspendInstanceAsync("probe-1", cancellation: Cancellation);

        await world.Client.TerminateInstanceAsync("probe-1", Cancellation);
        await world.IdleAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await world.StateAsync()).RuntimeStatus);
    }

    [Fact]
    public async Task Only_finished_instances_are_purged()
    {
        await using var world = await Waiting();
        await world.RunAsync("Quick", instanceId: "quick");

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            world.Client.PurgeInstanceAsync("probe-1", Cancellation)
        );
        var missing = await world.Client.PurgeInstanceAsync("nobody", Cancellation);
        var purged = await world.Client.PurgeInstanceAsync("quick", Cancellation);

        Assert.Equal((0, 1), (missing.PurgedInstanceCount, purged.PurgedInstanceCount));
        Assert.Null(await world.Client.GetInstanceAsync("quick", Cancellation));
        Assert.Empty(world.History("quick"));
    }

    [Fact]
    public async Task A_purge_by_filter_takes_what_is_finished_and_in_range()
    {
        await using var world = await Waiting();
        await world.RunAsync("Quick", instanceId: "old");
        await world.AdvanceAsync(TimeSpan.FromHours(10));
        await world.RunAsync("Quick", instanceId: "new");

        var purged = await world.Client.PurgeAllInstancesAsync(
            new PurgeInstancesFilter(CreatedTo: World.Start.AddHours(1)),
            Cancellation
        );

        Assert.Equal(1, purged.PurgedInstanceCount);
        Assert.True(purged.IsComplete);
        Assert.NotNull(await world.Client.GetInstanceAsync("new", Cancellation));
        Assert.NotNull(await world.Client.GetInstanceAsync("probe-1", Cancellation));
    }

    private static async Task<StatusCode> RefusalAsync(Task call) =>
        (await Assert.ThrowsAsync<RpcException>(() => call)).StatusCode;

    private static async Task<World> Waiting()
    {
        var world = await new World()
            .Orchestrator(
                "Waits",
                async context =>
                {
                    var deadline = context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
                    var result = await context.WaitForExternalEvent<int>("Go");
                    await deadline;
                    return result;
                }
            )
            .Orchestrator("Quick", _ => Task.CompletedTask)
            .StartAsync();
        await world.BeginAsync("Waits");
        return world;
    }
}
