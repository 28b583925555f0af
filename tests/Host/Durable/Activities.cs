using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Sakip.Host.Durable;

namespace Sakip.Tests.Host.Durable;

public sealed class Activities
{
    [Theory]
    [InlineData(null, "[null]", null)]
    [InlineData(1, "[1]", "1")]
    [InlineData(new[] { 1, 2 }, "[[1,2]]", "[1,2]")]
    public async Task An_input_is_stored_as_an_array_of_one_and_handed_over_bare(
        object? input,
        string stored,
        string? given
    )
    {
        string? seen = "nothing";
        await using var world = await new World()
            .Orchestrator("Run", context => context.CallActivityAsync("Look", input))
            .Activity("Look", text => seen = text)
            .StartAsync();

        await world.RunAsync("Run");

        Assert.Equal(stored, world.History(e => e.TaskScheduled).Single().Input);
        Assert.Equal(given, seen);
    }

    [Fact]
    public async Task No_result_is_the_default_value()
    {
        await using var world = await new World()
            .Orchestrator("Run", context => context.CallActivityAsync<int>("Nothing"))
            .Activity("Nothing", _ => null)
            .StartAsync();

        Assert.Equal(0, (await world.RunAsync("Run")).ReadOutputAs<int>());
    }

    [Fact]
    public async Task A_failure_says_which_task_and_why()
    {
        TaskFailedException? seen = null;
        await using var world = await new World()
            .Orchestrator(
                "Run",
                async context =>
                {
                    try
                    {
                        await context.CallActivityAsync("A");
                    }
                    catch (TaskFailedException exception)
                    {
                        seen = exception;
                    }
                }
            )
            .Activity("A", _ => throw new InvalidOperationException("boom", new TimeoutException("slow")))
            .StartAsync();

        await world.RunAsync("Run");

        Assert.Equal("Task 'A' (#0) failed with an unhandled exception: boom", seen!.Message);
        Assert.Equal(("A", 0), (seen.TaskName, seen.TaskId));
        Assert.NotNull(seen.InnerException);
        Assert.True(seen.FailureDetails.IsCausedBy<InvalidOperationException>());
        Assert.True(seen.FailureDetails.IsCausedBy<SystemException>());
        Assert.False(seen.FailureDetails.IsCausedBy<TimeoutException>());
        Assert.True(seen.FailureDetails.InnerFailure!.IsCausedBy<TimeoutException>());
    }

    [Fact]
    public async Task An_unhandled_failure_fails_the_orchestration_with_the_activitys_failure_inside()
    {
        await using var world = await new World()
            .Orchestrator("Run", context => context.CallActivityAsync("A"))
            .Activity("A", _ => throw new TimeoutException("slow"))
            .StartAsync();

        var state = await world.RunAsync("Run");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, state.RuntimeStatus);
        Assert.Equal("Microsoft.DurableTask.TaskFailedException", world.Failure().ErrorType);
        Assert.Equal(
            "Microsoft.DurableTask.TaskFailedException: Task 'A' (#0) failed with an unhandled exception: slow",
            state.SerializedOutput
        );
        Assert.Null(state.FailureDetails);
        Assert.Equal(typeof(TimeoutException).FullName, world.Failure().InnerFailure.ErrorType);
    }

    [Fact]
    public async Task An_unknown_activity_is_not_retried()
    {
        await using var world = await new World()
            .Orchestrator("Run", context => context.CallActivityAsync("Nobody", Retries(3)))
            .StartAsync();

        var state = await world.RunAsync("Run");

        Assert.Equal("(unknown)", world.Failure().InnerFailure!.ErrorType);
        Assert.Contains("no activity function 'Nobody'", state.SerializedOutput, StringComparison.Ordinal);
        Assert.Equal("Nobody0 Failed1", world.Outline());
    }

    [Fact]
    public async Task An_unknown_orchestrator_fails()
    {
        await using var world = await new World().StartAsync();

        var state = await world.RunAsync("Nobody");

        Assert.Equal("OrchestratorTaskNotFound", world.Failure().ErrorType);
    }

    [Fact]
    public async Task Retries_take_a_timer_each_and_one_more_after_the_last()
    {
        await using var world = await new World()
            .Orchestrator("Run", context => context.CallActivityAsync("A", Retries(3)))
            .Activity("A", _ => throw new TimeoutException())
            .StartAsync();

        await world.BeginAsync("Run");
        await world.AdvanceAsync(TimeSpan.FromMinutes(1));
        await world.AdvanceAsync(TimeSpan.FromMinutes(2));

        Assert.Equal("A0 T1 A2 T3 A4 T5 Failed6", world.Outline());
        var timers = world
            .History(e => e.TimerCreated)
            .Select(timer => timer.FireAt.ToDateTime() - World.Start.UtcDateTime);
        Assert.Equal([TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(3)], timers);
    }

    [Fact]
    public async Task A_policy_that_does_not_handle_the_failure_stops_at_once()
    {
        var policy = new RetryPolicy(3, TimeSpan.FromMinutes(1))
        {
            HandleFailure = failure => failure.IsCausedBy<IOException>(),
        };
        await using var world = await new World()
            .Orchestrator("Run", context => context.CallActivityAsync("A", TaskOptions.FromRetryPolicy(policy)))
            .Activity("A", _ => throw new TimeoutException())
            .StartAsync();

        await world.RunAsync("Run");

        Assert.Equal("A0 Failed1", world.Outline());
    }

    [Fact]
    public async Task An_activity_that_a_crash_cut_off_runs_again()
    {
        List<ActivityCall> calls = [];
        var firstRuns = new TaskCompletionSource();
        await using var world = await new World()
            .Orchestrator("Run", context => context.CallActivityAsync<string>("Slow", "x"))
            .ActivityCalled(
                "Slow",
                async (call, stopping) =>
                {
                    calls.Add(call);
                    if (calls.Count == 1)
                    {
                        firstRuns.SetResult();
                        await Task.Delay(Timeout.Infinite, stopping);
                    }
                    return "done";
                }
            )
            .StartAsync();
        await world.Client.ScheduleNewOrchestrationInstanceAsync(
            "Run",
            new StartOrchestrationOptions("probe-1"),
            TestContext.Current.CancellationToken
        );
        await firstRuns.Task;

        await world.CrashAsync();
        await world.IdleAsync();

        Assert.Equal("done", (await world.StateAsync()).ReadOutputAs<string>());
        Assert.Equal(2, calls.Count);
        Assert.Equal(calls[0], calls[1]);
    }

    private static TaskOptions Retries(int attempts) =>
        TaskOptions.FromRetryPolicy(new RetryPolicy(attempts, TimeSpan.FromMinutes(1), 2));
}
