using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Sakip.Tests.Host.Durable;

public sealed class Determinism
{
    [Fact]
    public async Task A_changed_name_is_found_out()
    {
        var state = await ReplayAsync(
            context => context.CallActivityAsync("Old"),
            context => context.CallActivityAsync("New")
        );

        Assert.Equal(OrchestrationRuntimeStatus.Failed, state.RuntimeStatus);
        Assert.Contains(
            "NonDeterministicOrchestrationException: Non-Deterministic workflow detected:",
            state.SerializedOutput
        );
        Assert.Contains("'Old'", state.SerializedOutput);
        Assert.Contains("'New'", state.SerializedOutput);
    }

    [Fact]
    public async Task A_changed_kind_is_found_out()
    {
        var state = await ReplayAsync(
            context => context.CallActivityAsync("Old"),
            context => context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None)
        );

        Assert.Contains(
            "NonDeterministicOrchestrationException: Non-Deterministic workflow detected:",
            state.SerializedOutput
        );
        Assert.Contains("CreateTimer", state.SerializedOutput);
    }

    [Fact]
    public async Task A_step_that_is_gone_is_found_out_and_nothing_is_done_instead()
    {
        var ran = false;
        var state = await ReplayAsync(
            context => context.CallActivityAsync("Old"),
            async context =>
            {
                await context.WaitForExternalEvent<int>("Go");
                await context.CallActivityAsync("New");
            },
            () => ran = true
        );

        Assert.Contains(
            "NonDeterministicOrchestrationException: Non-Deterministic workflow detected:",
            state.SerializedOutput
        );
        Assert.False(ran);
    }

    [Fact]
    public async Task Another_spelling_another_input_and_another_time_are_no_change()
    {
        var state = await ReplayAsync(
            context => context.CallActivityAsync("Old", 1),
            context => context.CallActivityAsync("OLD", 2)
        );

        Assert.Equal(OrchestrationRuntimeStatus.Completed, state.RuntimeStatus);
    }

    /// <summary>Runs the first orchestrator to its event, the second one from there.</summary>
    private static async Task<OrchestrationMetadata> ReplayAsync(
        Func<TaskOrchestrationContext, Task> first,
        Func<TaskOrchestrationContext, Task> second,
        Action? onNew = null
    )
    {
        var before = true;
        await using var world = await new World { ChecksReplays = false }
            .Orchestrator(
                "Changing",
                async context =>
                {
                    await (before ? first : second)(context);
                    await context.WaitForExternalEvent<int>("Go");
                }
            )
            .Activity("Old", _ => null)
            .Activity(
                "New",
                _ =>
                {
                    onNew?.Invoke();
                    return null;
                }
            )
            .StartAsync();
        await world.BeginAsync("Changing");
        before = false;
        await world.CrashAsync();
        await world.RaiseAsync("Go", 1);
        return await world.StateAsync();
    }
}
