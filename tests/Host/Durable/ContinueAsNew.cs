using Microsoft.DurableTask.Client;

namespace Sakip.Tests.Host.Durable;

public sealed class ContinueAsNew
{
    [Fact]
    public async Task The_next_execution_has_its_own_history_and_keeps_the_name()
    {
        await using var world = await new World()
            .Orchestrator(
                "Loop",
                async context =>
                {
                    var round = context.GetInput<int>();
                    await context.CallActivityAsync("Work");
                    if (round < 3)
                        context.ContinueAsNew(round + 1);
                    return round;
                }
            )
            .Activity("Work", _ => null)
            .StartAsync();

        var state = await world.RunAsync("Loop", 0);

        Assert.Equal(3, state.ReadOutputAs<int>());
        Assert.Equal("Loop", state.Name);
        Assert.Equal("3", world.History(e => e.ExecutionStarted).Single().Input);
        Assert.Equal("Work0 Completed1", world.Outline());
    }

    [Fact]
    public async Task Events_nobody_waited_for_go_on_in_their_order()
    {
        await using var world = await Counting(preserve: true);

        await world.RaiseAsync("Number", 1);
        await world.RaiseAsync("Number", 2);
        await world.RaiseAsync("Go", 0);

        Assert.Equal(new[] { 1, 2 }, (await world.StateAsync()).ReadOutputAs<int[]>());
    }

    [Fact]
    public async Task Events_nobody_waited_for_are_dropped_when_told_so()
    {
        await using var world = await Counting(preserve: false);

        await world.RaiseAsync("Number", 1);
        await world.RaiseAsync("Go", 0);
        await world.RaiseAsync("Number", 3);
        await world.RaiseAsync("Number", 4);

        Assert.Equal(new[] { 3, 4 }, (await world.StateAsync()).ReadOutputAs<int[]>());
    }

    [Fact]
    public async Task Events_that_come_after_the_call_in_the_same_turn_go_on_in_any_case()
    {
        await using var world = await Counting(preserve: false);
        world.StoreTogether(
            "probe-1",
            World.Raised("Number", "1"),
            World.Raised("Go", "0"),
            World.Raised("Number", "2")
        );

        await world.CrashAsync();
        await world.IdleAsync();
        await world.RaiseAsync("Number", 3);

        Assert.Equal(new[] { 2, 3 }, (await world.StateAsync()).ReadOutputAs<int[]>());
    }

    [Fact]
    public async Task Being_terminated_wins_over_starting_over()
    {
        await using var world = await Counting(preserve: true);
        world.StoreTogether(
            "probe-1",
            World.Raised("Go", "0"),
            World.Event(m => m.ExecutionTerminated = new() { Input = "\"enough\"" })
        );

        await world.CrashAsync();
        await world.IdleAsync();

        var state = await world.StateAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, state.RuntimeStatus);
        Assert.Equal("enough", state.ReadOutputAs<string>());
    }

    [Fact]
    public async Task An_exception_after_the_call_fails_the_orchestration()
    {
        await using var world = await new World()
            .Orchestrator(
                "Throws",
                context =>
                {
                    context.ContinueAsNew();
                    throw new InvalidOperationException("after");
                }
            )
            .StartAsync();

        var state = await world.RunAsync("Throws");

        Assert.Equal("after", world.Failure().ErrorMessage);
    }

    [Fact]
    public async Task A_child_that_starts_over_still_answers_its_parent()
    {
        await using var world = await new World()
            .Orchestrator("Parent", context => context.CallSubOrchestratorAsync<int>("Child", 0))
            .Orchestrator(
                "Child",
                context =>
                {
                    var round = context.GetInput<int>();
                    if (round < 3)
                        context.ContinueAsNew(round + 1);
                    return Task.FromResult(round);
                }
            )
            .StartAsync();

        Assert.Equal(3, (await world.RunAsync("Parent")).ReadOutputAs<int>());
    }

    [Fact]
    public async Task A_timer_of_the_former_execution_is_not_heard_in_the_next()
    {
        await using var world = await new World()
            .Orchestrator(
                "Timers",
                async context =>
                {
                    if (context.GetInput<int>() == 0)
                    {
                        using var stop = new CancellationTokenSource();
                        _ = context.CreateTimer(TimeSpan.FromHours(1), stop.Token);
                        stop.Cancel();
                        context.ContinueAsNew(1);
                        return "first";
                    }
                    await context.CreateTimer(TimeSpan.FromHours(2), CancellationToken.None);
                    return "second";
                }
            )
            .StartAsync();

        await world.BeginAsync("Timers", 0);
        await world.AdvanceAsync(TimeSpan.FromHours(1));
        var early = await world.StateAsync();
        await world.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal(OrchestrationRuntimeStatus.Running, early.RuntimeStatus);
        Assert.Equal("second", (await world.StateAsync()).ReadOutputAs<string>());
        Assert.Single(world.History(e => e.TimerFired));
    }

    private static async Task<World> Counting(bool preserve)
    {
        var world = await new World()
            .Orchestrator(
                "Counting",
                async context =>
                {
                    if (context.GetInput<int>() == 0)
                    {
                        await context.WaitForExternalEvent<int>("Go");
                        context.ContinueAsNew(1, preserve);
                        return [];
                    }
                    return new List<int>
                    {
                        await context.WaitForExternalEvent<int>("Number"),
                        await context.WaitForExternalEvent<int>("Number"),
                    };
                }
            )
            .StartAsync();
        await world.BeginAsync("Counting", 0);
        return world;
    }
}
