using DurableTask.Core.Exceptions;
using Grpc.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Sakip.Tests.Host.Durable;

public sealed class Clients
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_id_in_use_is_refused_and_a_finished_one_is_replaced()
    {
        await using var world = await new World()
            .Orchestrator("Waits", context => context.WaitForExternalEvent<int>("Go"))
            .StartAsync();
        await world.BeginAsync("Waits");
        var again = () =>
            world.Client.ScheduleNewOrchestrationInstanceAsync(
                "Waits",
                new StartOrchestrationOptions("probe-1"),
                Cancellation
            );

        var inUse = await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(again);
        await world.RaiseAsync("Go", 1);
        await again();
        await world.IdleAsync();

        Assert.Contains("'probe-1'", inUse.Message, StringComparison.Ordinal);
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await world.StateAsync()).RuntimeStatus);
    }

    [Fact]
    public async Task A_finished_instance_is_kept_if_the_start_says_so()
    {
        await using var world = await new World().Orchestrator("Quick", _ => Task.FromResult(1)).StartAsync();
        await world.RunAsync("Quick");
        var options = new StartOrchestrationOptions("probe-1").WithDedupeStatuses(OrchestrationRuntimeStatus.Completed);

        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() =>
            world.Client.ScheduleNewOrchestrationInstanceAsync("Quick", options, Cancellation)
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("with space")]
    [InlineData("a/b")]
    [InlineData("@entity")]
    [InlineData("line\n")]
    public async Task An_id_of_another_form_is_refused(string id)
    {
        await using var world = await new World().StartAsync();

        await Assert.ThrowsAsync<ArgumentException>(() =>
            world.Client.ScheduleNewOrchestrationInstanceAsync("Quick", new StartOrchestrationOptions(id), Cancellation)
        );
        await Assert.ThrowsAsync<ArgumentException>(() =>
            world.Client.ScheduleNewOrchestrationInstanceAsync(
                "Quick",
                new StartOrchestrationOptions(new string('a', 101)),
                Cancellation
            )
        );
    }

    [Fact]
    public async Task Inputs_and_outputs_are_read_only_when_they_were_fetched()
    {
        await using var world = await new World()
            .Orchestrator("Echo", context => Task.FromResult(context.GetInput<string>()))
            .StartAsync();
        await world.BeginAsync("Echo", "x");

        var without = (await world.Client.GetInstanceAsync("probe-1", Cancellation))!;
        var with = await world.Client.WaitForInstanceCompletionAsync("probe-1", true, Cancellation);

        Assert.Throws<InvalidOperationException>(without.ReadOutputAs<string>);
        Assert.Throws<InvalidOperationException>(without.ReadInputAs<string>);
        Assert.Equal(("x", "x"), (with.ReadInputAs<string>(), with.ReadOutputAs<string>()));
        Assert.Equal(World.Start, with.CreatedAt);
    }

    [Fact]
    public async Task What_does_not_exist_is_null_and_cannot_be_waited_for()
    {
        await using var world = await new World().StartAsync();

        Assert.Null(await world.Client.GetInstanceAsync("nobody", Cancellation));
        await Assert.ThrowsAsync<RpcException>(() => world.Client.WaitForInstanceStartAsync("nobody", Cancellation));
        await Assert.ThrowsAsync<RpcException>(() =>
            world.Client.WaitForInstanceCompletionAsync("nobody", Cancellation)
        );
    }

    [Fact]
    public async Task Waiting_ends_when_the_instance_ends()
    {
        await using var world = await new World()
            .Orchestrator("Waits", context => context.WaitForExternalEvent<int>("Go"))
            .StartAsync();
        await world.BeginAsync("Waits");

        var started = await world.Client.WaitForInstanceStartAsync("probe-1", Cancellation);
        var ended = world.Client.WaitForInstanceCompletionAsync("probe-1", Cancellation);
        await world.RaiseAsync("Go", 1);

        Assert.Equal(OrchestrationRuntimeStatus.Running, started.RuntimeStatus);
        Assert.True((await ended).IsCompleted);
    }

    [Fact]
    public async Task Instances_are_listed_in_pages_by_status_and_prefix()
    {
        await using var world = await new World()
            .Orchestrator("Quick", _ => Task.CompletedTask)
            .Orchestrator("Waits", context => context.WaitForExternalEvent<int>("Go"))
            .StartAsync();
        for (var number = 0; number < 5; number++)
            await world.BeginAsync("Quick", instanceId: $"cycle:{number}");
        await world.BeginAsync("Waits", instanceId: "cycle:open");
        await world.BeginAsync("Quick", instanceId: "other");
        var query = new OrchestrationQuery(
            Statuses: [OrchestrationRuntimeStatus.Completed],
            InstanceIdPrefix: "cycle:",
            PageSize: 2
        );

        List<string> ids = [];
        List<int> pages = [];
        await foreach (var page in world.Client.GetAllInstancesAsync(query).AsPages())
        {
            pages.Add(page.Values.Count);
            ids.AddRange(page.Values.Select(instance => instance.InstanceId));
        }

        Assert.Equal([2, 2, 1], pages);
        Assert.Equal(["cycle:0", "cycle:1", "cycle:2", "cycle:3", "cycle:4"], ids);
    }

    [Fact]
    public async Task A_start_at_a_later_time_is_not_supported()
    {
        await using var world = await new World().StartAsync();

        await Assert.ThrowsAsync<RpcException>(() =>
            world.Client.ScheduleNewOrchestrationInstanceAsync(
                "Quick",
                new StartOrchestrationOptions(StartAt: World.Start.AddDays(1)),
                Cancellation
            )
        );
    }

    [Fact]
    public async Task A_restart_runs_the_first_input_again()
    {
        await using var world = await new World()
            .Orchestrator("Echo", context => Task.FromResult(context.GetInput<int>()))
            .StartAsync();
        await world.RunAsync("Echo", 8);

        var other = await world.Client.RestartAsync("probe-1", restartWithNewInstanceId: true, Cancellation);
        await world.IdleAsync();

        Assert.NotEqual("probe-1", other);
        Assert.Equal(8, (await world.StateAsync(other)).ReadOutputAs<int>());
    }

    [Fact]
    public void The_numbers_of_the_statuses_are_the_official_ones() =>
        Assert.Equal(
            ["Running", "Completed", "ContinuedAsNew", "Failed", "Canceled", "Terminated", "Pending", "Suspended"],
            Enum.GetNames<OrchestrationRuntimeStatus>()
        );
}
