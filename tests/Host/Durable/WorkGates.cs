using Sakip.Host.Clock;

namespace Sakip.Tests.Host.Durable;

public sealed class WorkGates
{
    [Fact]
    public async Task A_gate_is_idle_when_its_last_token_is_given_back()
    {
        var gate = new WorkGate();
        var (first, second) = (gate.Enter(), gate.Enter());
        var idle = gate.WhenIdleAsync(TestContext.Current.CancellationToken);

        first.Dispose();
        first.Dispose();
        var early = idle.IsCompleted;
        second.Dispose();
        await idle;

        Assert.False(early);
        Assert.Equal(0, gate.Running);
    }

    [Fact]
    public async Task Work_is_counted_from_the_call_until_nothing_follows_from_it()
    {
        var released = new TaskCompletionSource();
        await using var world = await new World()
            .Orchestrator("Run", context => context.CallActivityAsync("Slow"))
            .ActivityCalled(
                "Slow",
                async (_, _) =>
                {
                    await released.Task;
                    return null;
                }
            )
            .StartAsync();
        await world.Client.ScheduleNewOrchestrationInstanceAsync("Run", TestContext.Current.CancellationToken);

        var running = world.Gate.Running;
        released.SetResult();
        await world.IdleAsync();

        Assert.True(running > 0);
        Assert.Equal(0, world.Gate.Running);
    }

    [Fact]
    public async Task A_timer_counts_as_work_before_its_callback_returns()
    {
        await using var world = await new World()
            .Orchestrator("Timer", context => context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None))
            .StartAsync();
        await world.BeginAsync("Timer");
        using var disk = new ManualResetEventSlim();
        world.OnCommit = (_, _) => disk.Wait();

        world.Clock.Advance(TimeSpan.FromDays(1));

        Assert.True(world.Gate.Running > 0);
        disk.Set();
        await world.IdleAsync();
    }
}
