using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Protobuf;
using Sakip.Host.Durable;

namespace Sakip.Tests.Host.Durable;

/// <summary>What the worker may do to the engine: go away, answer what it must not, keep executions.</summary>
public sealed class Workers
{
    [Fact]
    public async Task What_a_worker_did_not_finish_is_done_again()
    {
        var (turns, calls) = (0, 0);
        await using var world = Echo();
        world.Between = runner => new Between(
            runner,
            (_, next) => ++turns % 2 == 1 ? throw new WorkerGoneException() : next(),
            (_, next) => ++calls == 1 ? throw new WorkerGoneException() : next()
        );
        await world.StartAsync();

        var state = await world.RunAsync("Echo", "x");

        Assert.Equal("x", state.ReadOutputAs<string>());
        Assert.Equal((4, 2), (turns, calls));
        Assert.Equal("Same0 Completed1", world.Outline());
    }

    [Fact]
    public async Task A_stop_does_not_wait_for_a_worker_that_does_not_come()
    {
        await using var world = Echo();
        world.Between = runner => new Between(runner, (_, _) => throw new WorkerGoneException(), (_, next) => next());
        await world.StartAsync();
        await world.Client.ScheduleNewOrchestrationInstanceAsync(
            "Echo",
            "x",
            new StartOrchestrationOptions("probe-1"),
            TestContext.Current.CancellationToken
        );

        await world.Engine.StopAsync(TestContext.Current.CancellationToken);
        world.Between = runner => runner;
        await world.StartAsync();
        await world.IdleAsync();

        Assert.Equal("x", (await world.StateAsync()).ReadOutputAs<string>());
    }

    [Fact]
    public async Task An_action_that_the_history_has_already_is_not_run_and_fails_the_instance()
    {
        var ran = 0;
        await using var world = new World { ChecksReplays = false }
            .Orchestrator(
                "Waits",
                async context =>
                {
                    await context.CallActivityAsync("Work");
                    await context.WaitForExternalEvent<int>("Go");
                }
            )
            .Activity("Work", _ => ++ran);
        world.Between = runner => new Between(runner, Again, (_, next) => next());
        await world.StartAsync();
        await world.BeginAsync("Waits");

        var state = await world.StateAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Failed, state.RuntimeStatus);
        Assert.Contains("activity 'Work' with sequence id 0", state.SerializedOutput, StringComparison.Ordinal);
        Assert.Equal((1, "Work0 Failed1"), (ran, world.Outline()));

        async Task<OrchestratorResponse> Again(OrchestratorRequest request, Func<Task<OrchestratorResponse>> next)
        {
            var response = await next();
            if (request.PastEvents.Count > 0)
            {
                response.Actions.Add(
                    new OrchestratorAction
                    {
                        Id = 0,
                        ScheduleTask = new() { Name = "Work" },
                    }
                );
            }
            return response;
        }
    }

    [Fact]
    public async Task An_action_that_the_host_does_not_know_fails_the_instance()
    {
        await using var world = Echo();
        world.Between = runner => new Between(
            runner,
            async (_, next) =>
            {
                var response = await next();
                response.Actions.Add(new OrchestratorAction { Id = 7, SendEntityMessage = new() });
                return response;
            },
            (_, next) => next()
        );
        await world.StartAsync();

        var state = await world.RunAsync("Echo", "x");

        Assert.Contains("SendEntityMessage", state.SerializedOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kept_execution_hears_only_what_is_new_and_gets_its_history_when_it_is_gone()
    {
        List<(bool Included, int Past)> requests = [];
        await using var world = new World { SessionSeconds = 60 }.Orchestrator(
            "Two",
            async context =>
                await context.WaitForExternalEvent<int>("Go") + await context.WaitForExternalEvent<int>("Go")
        );
        world.Between = runner => new Between(
            runner,
            (request, next) =>
            {
                requests.Add((request.Properties["IncludeState"].BoolValue, request.PastEvents.Count));
                return requests.Count == 3
                    ? Task.FromResult(new OrchestratorResponse { RequiresHistory = true })
                    : next();
            },
            (_, next) => next()
        );
        await world.StartAsync();

        await world.BeginAsync("Two");
        await world.RaiseAsync("Go", 1);
        await world.RaiseAsync("Go", 2);

        Assert.Equal(3, (await world.StateAsync()).ReadOutputAs<int>());
        Assert.Equal([(true, 0), (false, 0), (false, 0), (true, 6)], requests);
    }

    [Fact]
    public async Task No_more_turns_and_activities_run_at_once_than_the_options_say()
    {
        var (running, most) = (0, 0);
        await using var world = new World()
            .Orchestrator(
                "Fan",
                context => Task.WhenAll(Enumerable.Range(0, 50).Select(_ => context.CallActivityAsync("Slow")))
            )
            .ActivityCalled(
                "Slow",
                async (_, _) =>
                {
                    most = Math.Max(most, Interlocked.Increment(ref running));
                    await Task.Delay(5, TestContext.Current.CancellationToken);
                    Interlocked.Decrement(ref running);
                    return null;
                }
            );
        await world.StartAsync();

        await world.RunAsync("Fan");

        Assert.InRange(most, 2, 16);
    }

    [Fact]
    public async Task A_history_comes_as_the_official_events()
    {
        await using var world = Echo();
        await world.StartAsync();
        await world.RunAsync("Echo", "x");

        var history = await world.Client.GetOrchestrationHistoryAsync("probe-1", TestContext.Current.CancellationToken);

        Assert.Equal(
            [
                "OrchestratorStarted",
                "ExecutionStarted",
                "TaskScheduled",
                "OrchestratorCompleted",
                "OrchestratorStarted",
                "TaskCompleted",
                "ExecutionCompleted",
                "OrchestratorCompleted",
            ],
            history.Select(happened => happened.EventType.ToString())
        );
    }

    private static World Echo() =>
        new World()
            .Orchestrator("Echo", context => context.CallActivityAsync<string>("Same", context.GetInput<string>()))
            .Activity("Same", text => text?.Trim('"'));

    private sealed class Between(
        IFunctionRunner runner,
        Func<OrchestratorRequest, Func<Task<OrchestratorResponse>>, Task<OrchestratorResponse>> turn,
        Func<ActivityCall, Func<Task<ActivityOutcome>>, Task<ActivityOutcome>> activity
    ) : IFunctionRunner
    {
        public Task<OrchestratorResponse> RunTurnAsync(TurnCall call, CancellationToken ct) =>
            turn(OrchestratorRequest.Parser.ParseFrom(call.Request.Span), () => runner.RunTurnAsync(call, ct));

        public Task<ActivityOutcome> RunActivityAsync(ActivityCall call, CancellationToken ct) =>
            activity(call, () => runner.RunActivityAsync(call, ct));
    }
}
