using Microsoft.DurableTask;
using Sakip.Commands;
using Sakip.Host.Durable;
using Sakip.Host.Durable.Store;

namespace Sakip.Tests.Host.Durable;

public sealed class Inspections
{
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    [Fact]
    public async Task An_instance_tells_what_it_waits_for_and_since_when()
    {
        await using var world = await new World()
            .Orchestrator(
                "Parent",
                async context =>
                {
                    await context.CreateTimer(TimeSpan.FromHours(2), CancellationToken.None);
                    var deadline = context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
                    var child = context.CallSubOrchestratorAsync(
                        "Child",
                        new SubOrchestrationOptions(instanceId: "child")
                    );
                    await Task.WhenAll(deadline, child, context.WaitForExternalEvent<int>("Decision"));
                }
            )
            .Orchestrator("Child", context => context.WaitForExternalEvent<int>("Go"))
            .StartAsync();
        await world.BeginAsync("Parent");
        await world.AdvanceAsync(TimeSpan.FromHours(2));

        var report = EngineInspection.Read(world.DatabasePath, world.Clock.GetUtcNow(), Patience)[0];

        var since = World.Start.UtcDateTime.AddHours(2);
        Assert.Equal(("probe-1", "Parent", (Obstacle?)null), (report.Instance.Id, report.Instance.Name, report.Stuck));
        Assert.Equal((World.Start.UtcDateTime, since), (report.Instance.Created, report.Instance.Updated));
        Assert.Equal(
            [
                new Waiting(WaitingKind.Timer, null, since, since.AddDays(1)),
                new Waiting(WaitingKind.SubOrchestration, "child", since),
            ],
            report.Waits
        );
    }

    [Fact]
    public async Task What_cannot_go_on_is_marked_also_when_the_engine_is_stopped()
    {
        var running = new TaskCompletionSource();
        await using var world = await new World()
            .Orchestrator("Calls", context => context.CallActivityAsync("Slow"))
            .Orchestrator("Timer", context => context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None))
            .Orchestrator("Waits", context => context.WaitForExternalEvent<int>("Go"))
            .Orchestrator(
                "Parent",
                context => context.CallSubOrchestratorAsync("Waits", new SubOrchestrationOptions(instanceId: "c"))
            )
            .ActivityCalled(
                "Slow",
                async (_, stopping) =>
                {
                    running.TrySetResult();
                    await Task.Delay(Timeout.Infinite, stopping);
                    return null;
                }
            )
            .StartAsync();
        await world.BeginAsync("Timer", instanceId: "a");
        await world.BeginAsync("Waits", instanceId: "b");
        await world.BeginAsync("Waits", instanceId: "c");
        await world.BeginAsync("Parent", instanceId: "d");
        await world.RaiseAsync("Go", 1, "c");
        await world.Client.ScheduleNewOrchestrationInstanceAsync(
            "Calls",
            new StartOrchestrationOptions("e"),
            TestContext.Current.CancellationToken
        );
        await running.Task;
        await world.Engine.StopAsync(new CancellationToken(canceled: true));

        var reports = EngineInspection
            .Read(world.DatabasePath, World.Start.AddDays(2), Patience)
            .ToDictionary(report => report.Instance.Id, report => report.Stuck);

        var start = World.Start.UtcDateTime;
        Assert.Equal(
            new Obstacle(ObstacleKind.TimerOverdue, new Waiting(WaitingKind.Timer, null, start, start.AddDays(1))),
            reports["a"]
        );
        Assert.Null(reports["b"]);
        Assert.Equal(
            new Obstacle(ObstacleKind.ChildUnheard, new Waiting(WaitingKind.SubOrchestration, "c", start)),
            reports["d"]
        );
        Assert.Equal(
            new Obstacle(ObstacleKind.ActivityWithoutOutcome, new Waiting(WaitingKind.Activity, "Slow", start)),
            reports["e"]
        );
        Assert.DoesNotContain("c", reports.Keys);
        var all = EngineDatabase.Read(world.DatabasePath, store => store.All());
        Assert.Equal(["a", "b", "c", "d", "e"], all.Select(row => row.Id));
    }

    [Fact]
    public async Task Finished_instances_are_removed_in_pages_after_their_history_is_archived()
    {
        await using var world = await new World().Orchestrator("Quick", _ => Task.CompletedTask).StartAsync();
        for (var number = 0; number < 450; number++)
            await world.BeginAsync("Quick", instanceId: $"old-{number}");
        await world.AdvanceAsync(TimeSpan.FromDays(30));
        await world.BeginAsync("Quick", instanceId: "new");
        List<string> archived = [];

        var (count, _) = await world.Engine.PurgeAsync(
            new InstanceFilter(UpdatedTo: World.Start.AddDays(1), Statuses: Events.FinalStatuses),
            (id, history, _) =>
            {
                archived.Add(id);
                Assert.Contains("executionCompleted", history, StringComparison.Ordinal);
                return Task.CompletedTask;
            },
            TestContext.Current.CancellationToken
        );

        Assert.Equal(450, count);
        Assert.Equal(450, archived.Distinct().Count());
        Assert.NotNull(await world.Client.GetInstanceAsync("new", TestContext.Current.CancellationToken));
        Assert.Null(await world.Client.GetInstanceAsync("old-0", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_history_that_could_not_be_archived_is_kept()
    {
        await using var world = await new World().Orchestrator("Quick", _ => Task.CompletedTask).StartAsync();
        await world.BeginAsync("Quick");

        await Assert.ThrowsAsync<IOException>(() =>
            world.Engine.PurgeAsync(
                new InstanceFilter(Statuses: Events.FinalStatuses),
                (_, _, _) => throw new IOException("full"),
                TestContext.Current.CancellationToken
            )
        );

        Assert.NotEmpty(world.History());
    }
}
