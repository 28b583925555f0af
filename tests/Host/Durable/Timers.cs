using Microsoft.DurableTask.Client;

namespace Sakip.Tests.Host.Durable;

public sealed class Timers
{
    [Fact]
    public async Task A_long_timer_goes_in_hops_of_three_days()
    {
        await using var world = await new World()
            .Orchestrator("Week", context => context.CreateTimer(TimeSpan.FromDays(7), CancellationToken.None))
            .StartAsync();

        await world.BeginAsync("Week");
        for (var day = 0; day < 7; day++)
            await world.AdvanceAsync(TimeSpan.FromDays(1));

        var due = world
            .History(e => e.TimerCreated)
            .Select(timer => (timer.FireAt.ToDateTime() - World.Start.UtcDateTime).TotalDays);
        Assert.Equal([3, 6, 7], due);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await world.StateAsync()).RuntimeStatus);
    }

    [Fact]
    public async Task A_moment_that_has_passed_fires_at_the_next_turn()
    {
        await using var world = await new World()
            .Orchestrator(
                "Past",
                context => context.CreateTimer(World.Start.UtcDateTime.AddDays(-1), CancellationToken.None)
            )
            .StartAsync();

        var state = await world.RunAsync("Past");
        await world.AdvanceAsync(TimeSpan.FromTicks(1));

        Assert.Equal("T0 Completed1", world.Outline());
        Assert.NotEqual(OrchestrationRuntimeStatus.Pending, state.RuntimeStatus);
    }

    [Fact]
    public async Task A_cancelled_timer_keeps_its_id_and_fires_unheard()
    {
        await using var world = await new World()
            .Orchestrator(
                "Cancel",
                async context =>
                {
                    using var stop = new CancellationTokenSource();
                    var timer = context.CreateTimer(TimeSpan.FromHours(1), stop.Token);
                    stop.Cancel();
                    await Assert.ThrowsAsync<TaskCanceledException>(() => timer);
                    await context.WaitForExternalEvent<int>("Go");
                }
            )
            .StartAsync();

        await world.BeginAsync("Cancel");
        await world.AdvanceAsync(TimeSpan.FromHours(2));
        await world.RaiseAsync("Go", 1);

        Assert.Equal("T0 Completed1", world.Outline());
        Assert.Single(world.History(e => e.TimerFired));
    }

    [Fact]
    public async Task An_event_with_a_limit_makes_its_timer_first_and_times_out_as_cancelled()
    {
        await using var world = await new World()
            .Orchestrator(
                "Limit",
                async context =>
                {
                    try
                    {
                        return await context.WaitForExternalEvent<string>("Decision", TimeSpan.FromDays(1));
                    }
                    catch (TaskCanceledException)
                    {
                        return "late";
                    }
                }
            )
            .StartAsync();

        await world.BeginAsync("Limit", instanceId: "late");
        await world.BeginAsync("Limit", instanceId: "early");
        await world.RaiseAsync("Decision", "yes", "early");
        await world.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.Equal("late", (await world.StateAsync("late")).ReadOutputAs<string>());
        Assert.Equal("yes", (await world.StateAsync("early")).ReadOutputAs<string>());
        Assert.Equal("T0 Completed1", world.Outline("early"));
    }

    [Fact]
    public async Task Timers_of_one_moment_fire_in_the_order_in_which_they_were_made()
    {
        await using var world = await new World()
            .Orchestrator(
                "Many",
                async context =>
                {
                    List<int> order = [];
                    await Task.WhenAll(
                        Enumerable
                            .Range(0, 5)
                            .Select(async number =>
                            {
                                await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
                                order.Add(number);
                            })
                    );
                    return order;
                }
            )
            .StartAsync();

        await world.BeginAsync("Many");
        await world.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal(new[] { 0, 1, 2, 3, 4 }, (await world.StateAsync()).ReadOutputAs<int[]>());
    }
}
