using Microsoft.DurableTask.Client;

namespace Sakip.Tests.Host.Durable;

public sealed class ExternalEvents
{
    [Fact]
    public async Task Early_events_are_kept_in_order_whatever_the_case_of_their_name()
    {
        await using var world = await new World()
            .Orchestrator(
                "Two",
                async context =>
                {
                    await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
                    return new[]
                    {
                        await context.WaitForExternalEvent<int>("number"),
                        await context.WaitForExternalEvent<int>("NUMBER"),
                    };
                }
            )
            .StartAsync();

        await world.BeginAsync("Two");
        await world.RaiseAsync("Number", 1);
        await world.RaiseAsync("nUMBER", 2);
        await world.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal(new[] { 1, 2 }, (await world.StateAsync()).ReadOutputAs<int[]>());
    }

    [Fact]
    public async Task The_newest_waiter_is_served_first()
    {
        await using var world = await new World()
            .Orchestrator(
                "Stack",
                async context =>
                {
                    var older = context.WaitForExternalEvent<string>("E");
                    var newer = context.WaitForExternalEvent<string>("E");
                    return new[] { await newer, await older };
                }
            )
            .StartAsync();

        await world.BeginAsync("Stack");
        await world.RaiseAsync("E", "first");
        await world.RaiseAsync("E", "second");

        Assert.Equal(["first", "second"], (await world.StateAsync()).ReadOutputAs<string[]>()!);
    }

    [Fact]
    public async Task A_cancelled_waiter_takes_no_event()
    {
        await using var world = await new World()
            .Orchestrator(
                "Cancelled",
                async context =>
                {
                    using var stop = new CancellationTokenSource();
                    var abandoned = context.WaitForExternalEvent<int>("E", stop.Token);
                    stop.Cancel();
                    await Assert.ThrowsAsync<TaskCanceledException>(() => abandoned);
                    await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
                    return await context.WaitForExternalEvent<int>("E");
                }
            )
            .StartAsync();

        await world.BeginAsync("Cancelled");
        await world.RaiseAsync("E", 7);
        await world.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal(7, (await world.StateAsync()).ReadOutputAs<int>());
    }

    [Fact]
    public async Task One_name_has_one_type()
    {
        await using var world = await new World()
            .Orchestrator(
                "Types",
                async context =>
                {
                    _ = context.WaitForExternalEvent<int>("E");
                    await context.WaitForExternalEvent<string>("E");
                }
            )
            .StartAsync();

        var state = await world.RunAsync("Types");

        Assert.Equal(typeof(ArgumentException).FullName, world.Failure().ErrorType);
        Assert.StartsWith("Events with the same name must have the same type argument", world.Failure().ErrorMessage);
    }

    [Fact]
    public async Task An_event_to_nobody_is_dropped_where_the_host_is_told_so()
    {
        await using var world = await new World { ThrowsOnRaiseEvent = false }
            .Orchestrator("Quick", _ => Task.CompletedTask)
            .StartAsync();
        await world.RunAsync("Quick");

        await world.RaiseAsync("E", 1, "nobody");
        await world.RaiseAsync("E", 1);

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await world.StateAsync()).RuntimeStatus);
        Assert.Empty(world.Engine.Read(reader => reader.Messages()));
    }

    [Fact]
    public async Task An_orchestration_sends_events_to_another_and_to_itself()
    {
        await using var world = await new World()
            .Orchestrator(
                "Sender",
                async context =>
                {
                    context.SendEvent("receiver", "Word", "hello");
                    context.SendEvent(context.InstanceId, "Echo", 5);
                    return await context.WaitForExternalEvent<int>("Echo");
                }
            )
            .Orchestrator("Receiver", context => context.WaitForExternalEvent<string>("Word"))
            .StartAsync();

        await world.BeginAsync("Receiver", instanceId: "receiver");
        await world.BeginAsync("Sender", instanceId: "sender");

        Assert.Equal("hello", (await world.StateAsync("receiver")).ReadOutputAs<string>());
        Assert.Equal(5, (await world.StateAsync("sender")).ReadOutputAs<int>());
        Assert.Equal("Word!0 Echo!1 Completed2", world.Outline("sender"));
        Assert.Single(world.History(e => e.EventRaised, "receiver"));
    }
}
