using Grpc.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Sakip.Tests.Host.Durable;

public sealed class Stopping
{
    [Fact]
    public async Task A_stop_waits_for_what_runs_and_begins_nothing_more()
    {
        var running = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        List<string?> ran = [];
        await using var world = new World()
            .Orchestrator(
                "Two",
                async context =>
                {
                    await context.CallActivityAsync("Slow", 1);
                    await context.CallActivityAsync("Slow", 2);
                }
            )
            .ActivityCalled(
                "Slow",
                async (call, _) =>
                {
                    ran.Add(call.Input);
                    running.TrySetResult();
                    await release.Task;
                    return null;
                }
            );
        await world.StartAsync();
        await ScheduleAsync(world);
        await running.Task;

        var stop = world.Engine.StopAsync(TestContext.Current.CancellationToken);
        var waits = !stop.IsCompleted;
        release.SetResult();
        await stop;
        var ranBefore = ran.Count;
        await world.StartAsync();
        await world.IdleAsync();

        Assert.True(waits);
        Assert.Equal(1, ranBefore);
        Assert.Equal(["1", "2"], ran);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await world.StateAsync()).RuntimeStatus);
    }

    [Fact]
    public async Task A_stop_does_not_wait_longer_than_it_may()
    {
        var running = new TaskCompletionSource();
        await using var world = new World()
            .Orchestrator("Endless", context => context.CallActivityAsync("Endless"))
            .ActivityCalled(
                "Endless",
                async (_, stopping) =>
                {
                    running.TrySetResult();
                    await Task.Delay(Timeout.Infinite, stopping);
                    return null;
                }
            );
        await world.StartAsync();
        await ScheduleAsync(world, "Endless");
        await running.Task;

        await world.Engine.StopAsync(new CancellationToken(canceled: true));

        Assert.True(world.Log.Has("run again after the next start"));
    }

    [Fact]
    public async Task A_stopped_engine_refuses_calls()
    {
        await using var world = await new World().StartAsync();
        var client = world.Client;
        await world.Engine.StopAsync(TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<RpcException>(() =>
            client.RaiseEventAsync("probe-1", "E", 1, TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task A_store_that_fails_stops_the_engine_and_everybody_who_waits_is_told()
    {
        await using var world = await new World()
            .Orchestrator("Waits", context => context.WaitForExternalEvent<int>("Go"))
            .StartAsync();
        await world.BeginAsync("Waits");
        var waiting = world.Client.WaitForInstanceCompletionAsync("probe-1", TestContext.Current.CancellationToken);
        world.OnCommit = (_, _) => throw new IOException("The disk is gone.");

        var refused = await Assert.ThrowsAsync<RpcException>(() =>
            world.Client.RaiseEventAsync("probe-1", "Go", 1, TestContext.Current.CancellationToken)
        );

        Assert.Contains("whether this was stored is not known", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RpcException>(() => waiting);
        await Assert.ThrowsAsync<IOException>(() => world.Engine.Faulted);
        await Assert.ThrowsAsync<RpcException>(() =>
            world.Client.WaitForInstanceCompletionAsync("probe-1", TestContext.Current.CancellationToken)
        );
        Assert.NotNull(await world.Client.GetInstanceAsync("probe-1", TestContext.Current.CancellationToken));
    }

    private static Task<string> ScheduleAsync(World world, string name = "Two") =>
        world.Client.ScheduleNewOrchestrationInstanceAsync(
            name,
            new StartOrchestrationOptions("probe-1"),
            TestContext.Current.CancellationToken
        );
}
