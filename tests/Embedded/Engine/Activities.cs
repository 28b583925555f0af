using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Sakip.Embedded.Engine;
using Sakip.Embedded.Engine.Execution;
using Sakip.Embedded.Engine.History;

namespace Sakip.Tests.Embedded.Engine;

public sealed class Activities
{
    [Theory]
    [InlineData(null, "[null]", null)]
    [InlineData(1, "[1]", "1")]
    [InlineData(new[] { 1, 2 }, "[[1,2]]", "[1,2]")]
    public async Task An_input_is_stored_as_an_array_of_one_and_handed_over_bare(
        object? input, string stored, string? given)
    {
        string? seen = "nothing";
        await using var world = await new World()
            .Orchestrator("Run", context => context.CallActivityAsync("Look", input))
            .Activity("Look", text => seen = text)
            .StartAsync();

        await world.RunAsync("Run");

        Assert.Equal(stored, world.History().OfType<TaskScheduled>().Single().Input);
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
    public async Task Options_in_the_place_of_the_input_are_refused()
    {
        await using var world = await new World()
            .Orchestrator("Run", context => context.CallActivityAsync<int>("Work", (object)new TaskOptions()))
            .StartAsync();

        var state = await world.RunAsync("Run");

        Assert.Equal(typeof(ArgumentException).FullName, state.FailureDetails!.ErrorType);
    }

    [Fact]
    public async Task A_failure_says_which_task_and_why()
    {
        TaskFailedException? seen = null;
        await using var world = await new World()
            .Orchestrator("Run", async context =>
            {
                try
                {
                    await context.CallActivityAsync("A");
                }
                catch (TaskFailedException exception)
                {
                    seen = exception;
                }
            })
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
        Assert.Equal("Microsoft.DurableTask.TaskFailedException", state.FailureDetails!.ErrorType);
        Assert.Equal("Task 'A' (#0) failed with an unhandled exception: slow", state.SerializedOutput);
        Assert.Equal(typeof(TimeoutException).FullName, state.FailureDetails.InnerFailure!.ErrorType);
    }

    [Fact]
    public async Task An_unknown_activity_is_not_retried()
    {
        await using var world = await new World()
            .Orchestrator("Run", context => context.CallActivityAsync("Nobody", Retries(3)))
            .StartAsync();

        var state = await world.RunAsync("Run");

        Assert.Equal("ActivityTaskNotFound", state.FailureDetails!.InnerFailure!.ErrorType);
        Assert.Equal("Nobody0 Failed1", world.Outline());
    }

    [Fact]
    public async Task An_unknown_orchestrator_fails()
    {
        await using var world = await new World().StartAsync();

        var state = await world.RunAsync("Nobody");

        Assert.Equal("OrchestratorTaskNotFound", state.FailureDetails!.ErrorType);
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
        var timers = world.History().OfType<TimerCreated>().Select(timer => timer.FireAt - World.Start.UtcDateTime);
        Assert.Equal([TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(3)], timers);
    }

    [Fact]
    public async Task A_policy_that_does_not_handle_the_failure_stops_at_once()
    {
        var policy = new RetryPolicy(3, TimeSpan.FromMinutes(1))
        {
            HandleFailure = failure => failure.IsCausedBy<IOException>()
        };
        await using var world = await new World()
            .Orchestrator("Run", context => context.CallActivityAsync("A", TaskOptions.FromRetryPolicy(policy)))
            .Activity("A", _ => throw new TimeoutException())
            .StartAsync();

        await world.RunAsync("Run");

        Assert.Equal("A0 Failed1", world.Outline());
    }

    [Fact]
    public async Task A_policy_past_its_time_stops()
    {
        var policy = new RetryPolicy(9, TimeSpan.FromMinutes(1), retryTimeout: TimeSpan.FromMinutes(2));
        await using var world = await new World()
            .Orchestrator("Run", context => context.CallActivityAsync("A", TaskOptions.FromRetryPolicy(policy)))
            .Activity("A", _ => throw new TimeoutException())
            .StartAsync();

        await world.BeginAsync("Run");
        for (var minute = 0; minute < 5; minute++) await world.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal("A0 T1 A2 T3 A4 Failed5", world.Outline());
    }

    [Fact]
    public async Task A_handler_decides_about_every_attempt()
    {
        List<int> attempts = [];
        var options = TaskOptions.FromRetryHandler((RetryContext retry) =>
        {
            attempts.Add(retry.LastAttemptNumber);
            return retry.LastFailure.IsCausedBy<TimeoutException>() && retry.LastAttemptNumber < 3;
        });
        await using var world = await new World { ChecksReplays = false }
            .Orchestrator("Run", context => context.CallActivityAsync("A", options))
            .Activity("A", _ => throw new TimeoutException())
            .StartAsync();

        await world.RunAsync("Run");

        Assert.Equal([1, 2, 3], attempts);
        Assert.Equal("A0 A1 A2 Failed3", world.Outline());
    }

    [Fact]
    public async Task A_handler_may_wait_before_the_next_attempt()
    {
        AsyncRetryHandler waiting = async retry =>
        {
            await retry.OrchestrationContext.CreateTimer(TimeSpan.FromMinutes(5), CancellationToken.None);
            return retry.TotalRetryTime < TimeSpan.FromMinutes(9);
        };
        await using var world = await new World()
            .Orchestrator("Run", context => context.CallActivityAsync("A", TaskOptions.FromRetryHandler(waiting)))
            .Activity("A", _ => throw new TimeoutException())
            .StartAsync();

        await world.BeginAsync("Run");
        for (var time = 0; time < 5; time++) await world.AdvanceAsync(TimeSpan.FromMinutes(5));

        Assert.Equal("A0 T1 A2 T3 A4 T5 Failed6", world.Outline());
    }

    [Theory]
    [InlineData(1, 60)]
    [InlineData(2, 180)]
    [InlineData(3, 540)]
    [InlineData(4, 600)]
    [InlineData(400, 600)]
    public void A_delay_grows_by_its_coefficient_up_to_the_longest(int attempt, int seconds) => Assert.Equal(
        TimeSpan.FromSeconds(seconds),
        RetryLoop.Delay(
            new RetryPolicy(500, TimeSpan.FromMinutes(1), 3, maxRetryInterval: TimeSpan.FromMinutes(10)), attempt));

    [Fact]
    public void A_policy_refuses_what_makes_no_sense()
    {
        var minute = TimeSpan.FromMinutes(1);

        Assert.Throws<ArgumentOutOfRangeException>(() => new RetryPolicy(0, minute));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RetryPolicy(1, TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RetryPolicy(1, minute, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new RetryPolicy(1, minute, maxRetryInterval: TimeSpan.FromSeconds(1)));
        Assert.Equal(TimeSpan.FromHours(1), new RetryPolicy(1, minute).MaxRetryInterval);
        Assert.Equal(Timeout.InfiniteTimeSpan, new RetryPolicy(1, minute).RetryTimeout);
    }

    [Fact]
    public async Task An_activity_that_a_crash_cut_off_runs_again_with_the_same_id()
    {
        List<ActivityCall> calls = [];
        var firstRuns = new TaskCompletionSource();
        await using var world = await new World()
            .Orchestrator("Run", context => context.CallActivityAsync<string>("Slow", "x"))
            .ActivityCalled("Slow", async (call, stopping) =>
            {
                calls.Add(call);
                if (calls.Count == 1)
                {
                    firstRuns.SetResult();
                    await Task.Delay(Timeout.Infinite, stopping);
                }
                return "done";
            })
            .StartAsync();
        await world.Client.ScheduleNewOrchestrationInstanceAsync(
            "Run", new StartOrchestrationOptions("probe-1"), TestContext.Current.CancellationToken);
        await firstRuns.Task;

        await world.CrashAsync();
        await world.IdleAsync();

        Assert.Equal("done", (await world.StateAsync()).ReadOutputAs<string>());
        Assert.Equal(2, calls.Count);
        Assert.Equal(calls[0], calls[1]);
    }

    private static TaskOptions Retries(int attempts)
        => TaskOptions.FromRetryPolicy(new RetryPolicy(attempts, TimeSpan.FromMinutes(1), 2));
}
