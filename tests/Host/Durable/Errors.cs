using Microsoft.DurableTask.Client;

namespace Sakip.Tests.Host.Durable;

public sealed class Errors
{
    [Fact]
    public async Task An_unhandled_exception_fails_the_orchestration_with_its_inner_chain()
    {
        await using var world = await new World()
            .Orchestrator("Fails", _ => throw new InvalidOperationException("outer", new TimeoutException("inner")))
            .StartAsync();

        var state = await world.RunAsync("Fails");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, state.RuntimeStatus);
        Assert.Equal("System.InvalidOperationException: outer", state.SerializedOutput);
        Assert.Null(state.FailureDetails);
        Assert.Equal(typeof(InvalidOperationException).FullName, world.Failure().ErrorType);
        Assert.Equal("inner", world.Failure().InnerFailure.ErrorMessage);
    }

    [Fact]
    public async Task An_input_of_the_wrong_shape_fails_the_orchestration()
    {
        await using var world = await new World()
            .Orchestrator("Number", context => Task.FromResult(context.GetInput<int>()))
            .StartAsync();

        var state = await world.RunAsync("Number", "not a number");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, state.RuntimeStatus);
        Assert.Equal("System.Text.Json.JsonException", world.Failure().ErrorType);
    }

    [Fact]
    public async Task A_custom_status_is_the_last_one_of_a_turn_and_none_is_the_text_null()
    {
        await using var world = await new World()
            .Orchestrator(
                "Status",
                async context =>
                {
                    await context.WaitForExternalEvent<int>("Go");
                    context.SetCustomStatus("first");
                    context.SetCustomStatus(new { Step = 2 });
                    await context.WaitForExternalEvent<int>("Go");
                    context.SetCustomStatus(null);
                    await context.WaitForExternalEvent<int>("Go");
                }
            )
            .StartAsync();

        var none = await world.RunAsync("Status");
        await world.RaiseAsync("Go", 1);
        var second = await world.StateAsync();
        await world.RaiseAsync("Go", 1);

        Assert.Equal("null", none.SerializedCustomStatus);
        Assert.Equal("""{"Step":2}""", second.SerializedCustomStatus);
        Assert.Equal("null", (await world.StateAsync()).SerializedCustomStatus);
    }

    [Fact]
    public async Task A_huge_custom_status_fails_the_orchestration()
    {
        await using var world = await new World()
            .Orchestrator(
                "Status",
                async context =>
                {
                    context.SetCustomStatus(new string('x', 10_000));
                    await context.WaitForExternalEvent<int>("Go");
                }
            )
            .StartAsync();

        await world.RunAsync("Status");

        Assert.Contains("16 KB", world.Failure().ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_turn_that_cannot_be_run_fails_its_instance_and_no_other()
    {
        await using var world = await new World()
            .Orchestrator("Shape", context => context.WaitForExternalEvent<int>("Decision"))
            .StartAsync();
        await world.BeginAsync("Shape", instanceId: "other");
        await world.BeginAsync("Shape");

        await world.RaiseAsync("Decision", new { Not = "a number" });
        await world.RaiseAsync("Decision", 5, "other");

        var state = await world.StateAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Failed, state.RuntimeStatus);
        Assert.Contains("Function 'Shape' failed", state.SerializedOutput, StringComparison.Ordinal);
        Assert.Equal(5, (await world.StateAsync("other")).ReadOutputAs<int>());
    }
}
