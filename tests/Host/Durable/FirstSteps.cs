using Microsoft.DurableTask.Client;

namespace Sakip.Tests.Host.Durable;

public sealed class FirstSteps
{
    [Fact]
    public async Task An_activity_gets_its_input_and_its_result_comes_back()
    {
        await using var world = await new World()
            .Orchestrator("Greet", context => context.CallActivityAsync<string>("Hello", context.GetInput<string>()))
            .Activity("Hello", input => $"Hello {input}")
            .StartAsync();

        var state = await world.RunAsync("Greet", "SAKIP");

        Assert.Equal(OrchestrationRuntimeStatus.Completed, state.RuntimeStatus);
        Assert.Equal("Hello \"SAKIP\"", state.ReadOutputAs<string>());
        Assert.Equal("Hello0 Completed1", world.Outline());
    }

    [Fact]
    public async Task What_waits_when_the_engine_crashes_goes_on_after_the_next_start()
    {
        await using var world = await new World()
            .Orchestrator(
                "Wait",
                async context =>
                {
                    await context.CreateTimer(TimeSpan.FromDays(7), CancellationToken.None);
                    return await context.WaitForExternalEvent<int>("Decision");
                }
            )
            .StartAsync();
        await world.BeginAsync("Wait");

        await world.AdvanceAsync(TimeSpan.FromDays(4));
        await world.CrashAsync();
        await world.AdvanceAsync(TimeSpan.FromDays(3));
        await world.RaiseAsync("decision", 5);

        Assert.Equal(5, (await world.StateAsync()).ReadOutputAs<int>());
        Assert.Equal("T0 T1 Completed2", world.Outline());
    }
}
