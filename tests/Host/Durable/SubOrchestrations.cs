using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Sakip.Tests.Host.Durable;

public sealed class SubOrchestrations
{
    [Fact]
    public async Task A_child_gets_a_deterministic_id_its_bare_input_and_knows_its_parent()
    {
        await using var world = await new World()
            .Orchestrator("Parent", context => context.CallSubOrchestratorAsync<string>("Child", new[] { 1, 2 }))
            .Orchestrator("Child", context => Task.FromResult($"{context.Parent!.Name} {context.Parent.InstanceId}"))
            .StartAsync();

        var state = await world.RunAsync("Parent");

        var created = world.History(e => e.SubOrchestrationInstanceCreated).Single();
        Assert.Equal("b7a1df6e8b975137a2613dbaa186a3f3", created.InstanceId);
        Assert.Equal("[1,2]", created.Input);
        Assert.Equal("Parent probe-1", state.ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_failed_child_hands_its_failure_up_without_inner_exception()
    {
        TaskFailedException? seen = null;
        await using var world = await new World()
            .Orchestrator(
                "Parent",
                async context =>
                {
                    seen = await Assert.ThrowsAsync<TaskFailedException>(() =>
                        context.CallSubOrchestratorAsync("Child", Id("child"))
                    );
                }
            )
            .Orchestrator("Child", _ => throw new TimeoutException("slow"))
            .StartAsync();

        await world.RunAsync("Parent");

        Assert.True(seen!.FailureDetails.IsCausedBy<TimeoutException>());
        Assert.Equal("Task 'Child' (#0) failed with an unhandled exception: slow", seen.Message);
        Assert.Null(seen.InnerException);
    }

    [Fact]
    public async Task A_terminated_child_fails_without_details()
    {
        TaskFailedException? seen = null;
        await using var world = await new World()
            .Orchestrator(
                "Parent",
                async context =>
                {
                    seen = await Assert.ThrowsAsync<TaskFailedException>(() =>
                        context.CallSubOrchestratorAsync("Child", Id("child"))
                    );
                }
            )
            .Orchestrator("Child", context => context.WaitForExternalEvent<int>("Never"))
            .StartAsync();
        await world.BeginAsync("Parent");

        await world.Client.TerminateInstanceAsync("child", "enough", TestContext.Current.CancellationToken);
        await world.IdleAsync();

        Assert.Null(seen!.FailureDetails);
        Assert.Equal("Task 'Child' (#0) failed with an unhandled exception.", seen.Message);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await world.StateAsync()).RuntimeStatus);
    }

    [Fact]
    public async Task Terminating_a_parent_leaves_its_child_alone()
    {
        await using var world = await new World()
            .Orchestrator("Parent", context => context.CallSubOrchestratorAsync("Child", Id("child")))
            .Orchestrator("Child", context => context.WaitForExternalEvent<int>("Go"))
            .StartAsync();
        await world.BeginAsync("Parent");

        await world.Client.TerminateInstanceAsync("probe-1", TestContext.Current.CancellationToken);
        await world.RaiseAsync("Go", 4, "child");

        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await world.StateAsync()).RuntimeStatus);
        Assert.Equal(4, (await world.StateAsync("child")).ReadOutputAs<int>());
    }

    [Fact]
    public async Task A_retried_child_takes_the_same_instance_id_again()
    {
        var attempts = 0;
        await using var world = await new World { ChecksReplays = false }
            .Orchestrator(
                "Parent",
                context =>
                    context.CallSubOrchestratorAsync<int>(
                        "Child",
                        new TaskOptions(new RetryPolicy(2, TimeSpan.FromMinutes(1))).WithInstanceId("child")
                    )
            )
            .Orchestrator("Child", _ => ++attempts == 1 ? throw new TimeoutException() : Task.FromResult(attempts))
            .StartAsync();

        await world.BeginAsync("Parent");
        await world.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(2, (await world.StateAsync()).ReadOutputAs<int>());
        Assert.Equal("Child0 T1 Child2 Completed3", world.Outline());
    }

    [Fact]
    public async Task A_call_of_an_instance_that_runs_already_gets_no_answer_and_is_logged()
    {
        await using var world = await new World()
            .Orchestrator("Parent", context => context.CallSubOrchestratorAsync("Child", Id("child")))
            .Orchestrator("Child", context => context.WaitForExternalEvent<int>("Go"))
            .StartAsync();
        await world.BeginAsync("Child", instanceId: "child");

        var state = await world.RunAsync("Parent");

        Assert.Equal(OrchestrationRuntimeStatus.Running, state.RuntimeStatus);
        Assert.True(world.Log.Has("which is running already"));
    }

    [Fact]
    public async Task Children_that_fan_out_all_come_back()
    {
        await using var world = await new World()
            .Orchestrator(
                "Parent",
                async context =>
                {
                    var results = await Task.WhenAll(
                        Enumerable.Range(0, 50).Select(number => context.CallSubOrchestratorAsync<int>("Child", number))
                    );
                    return results.Sum();
                }
            )
            .Orchestrator("Child", context => context.CallActivityAsync<int>("Same", context.GetInput<int>()))
            .Activity("Same", input => int.Parse(input!, System.Globalization.CultureInfo.InvariantCulture))
            .StartAsync();

        Assert.Equal(1225, (await world.RunAsync("Parent")).ReadOutputAs<int>());
    }

    private static SubOrchestrationOptions Id(string instanceId) => new(instanceId: instanceId);
}
