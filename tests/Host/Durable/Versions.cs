using Microsoft.DurableTask;

namespace Sakip.Tests.Host.Durable;

/// <summary>Versions, tags and names on their way from a start to what it starts.</summary>
public sealed class Versions
{
    [Fact]
    public async Task Activities_have_their_instance_s_version_and_children_only_one_that_is_given()
    {
        await using var world = await new World()
            .Orchestrator(
                "Parent",
                async context =>
                {
                    await context.CallActivityAsync("Work");
                    await context.CallSubOrchestratorAsync("Child");
                    await context.CallSubOrchestratorAsync(
                        "Child",
                        options: new SubOrchestrationOptions { Version = "7" }
                    );
                }
            )
            .Orchestrator("Child", context => Task.FromResult(context.Version))
            .Activity("Work", _ => null)
            .StartAsync();

        await world.Client.ScheduleNewOrchestrationInstanceAsync(
            "Parent",
            new StartOrchestrationOptions("probe-1") { Version = "3" },
            TestContext.Current.CancellationToken
        );
        await world.IdleAsync();

        Assert.Equal("3", world.History(e => e.TaskScheduled).Single().Version);
        Assert.Equal(["", "7"], world.History(e => e.SubOrchestrationInstanceCreated).Select(child => child.Version));
        Assert.Equal(
            ["\"\"", "\"7\""],
            world.History(e => e.SubOrchestrationInstanceCompleted).Select(child => child.Result)
        );
    }

    [Fact]
    public async Task The_next_execution_keeps_the_tags_and_takes_the_version_that_it_is_given()
    {
        await using var world = await new World()
            .Orchestrator(
                "Loop",
                context =>
                {
                    if (context.GetInput<int>() == 0)
                        context.ContinueAsNew(new ContinueAsNewOptions { NewInput = 1, NewVersion = "2" });
                    return Task.FromResult(context.Version);
                }
            )
            .StartAsync();

        await world.Client.ScheduleNewOrchestrationInstanceAsync(
            "Loop",
            0,
            new StartOrchestrationOptions("probe-1")
            {
                Version = "1",
                Tags = new Dictionary<string, string> { ["unit"] = "biro" },
            },
            TestContext.Current.CancellationToken
        );
        await world.IdleAsync();

        var state = await world.StateAsync();
        Assert.Equal("2", state.ReadOutputAs<string>());
        Assert.Equal("biro", state.Tags["unit"]);
    }
}
