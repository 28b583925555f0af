using Microsoft.DurableTask;
using Sakip.Host.Durable.History;
using Sakip.Host.Durable.Store;
using Sakip.Tests.Host.Durable.Sdk;

namespace Sakip.Tests.Host.Durable;

public sealed class RecordedHistories
{
    [Fact]
    public async Task An_unchanged_orchestrator_replays_every_history_of_its_own()
    {
        foreach (var decision in new bool?[] { true, false, null })
        {
            Assert.Null(Verify(await RecordAsync(decision), SigningAsync));
        }
    }

    [Fact]
    public async Task An_unfinished_history_replays_too() =>
        Assert.Null(Verify(await RecordAsync(null, finish: false), SigningAsync));

    [Fact]
    public async Task A_renamed_activity_is_found_out()
    {
        var difference = Verify(
            await RecordAsync(true),
            async context =>
            {
                await context.CallActivityAsync("Prepare");
                return "";
            }
        );

        Assert.StartsWith("The history has activity 'Draft' #0, where this replay has activity", difference);
        Assert.Contains("'Prepare'", difference);
    }

    [Fact]
    public async Task A_step_added_where_the_old_engine_would_not_notice_is_found_out()
    {
        var difference = Verify(
            await RecordAsync(true),
            async context =>
            {
                var result = await SigningAsync(context);
                await context.CallActivityAsync("Announce");
                return result;
            }
        );

        Assert.Contains("where this replay has activity 'Announce'", difference);
    }

    [Fact]
    public async Task A_step_added_beside_another_is_found_out()
    {
        var difference = Verify(
            await RecordAsync(true, finish: false),
            async context =>
            {
                var signing = SigningAsync(context);
                _ = context.CallActivityAsync("Announce");
                return await signing;
            }
        );

        Assert.Contains("Announce", difference, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_end_is_found_out()
    {
        var difference = Verify(
            await RecordAsync(true),
            async context =>
            {
                await SigningAsync(context);
                throw new InvalidOperationException("changed");
            }
        );

        Assert.Contains(
            "The history has the end Completed, where this replay has the end Failed (changed)",
            difference
        );
    }

    [Fact]
    public async Task What_a_client_reads_of_a_history_is_the_same_history()
    {
        await using var world = await new World()
            .Orchestrator(
                "Parent",
                async context =>
                {
                    context.SendEvent(context.InstanceId, "Echo", 1);
                    await context.WaitForExternalEvent<int>("Echo", TimeSpan.FromHours(1));
                    await context.CallSubOrchestratorAsync("Child");
                    await context.CallActivityAsync("Fails");
                }
            )
            .Orchestrator("Child", context => context.CreateTimer(TimeSpan.FromHours(2), CancellationToken.None))
            .Activity("Fails", _ => throw new TimeoutException("slow"))
            .StartAsync();
        await world.BeginAsync("Parent");
        for (var hour = 0; hour < 3; hour++)
            await world.AdvanceAsync(TimeSpan.FromHours(1));

        var read = await world.Client.GetOrchestrationHistoryAsync("probe-1", TestContext.Current.CancellationToken);

        var recorded = Stored(world);
        Assert.Contains("executionCompleted", recorded, StringComparison.Ordinal);
        Assert.Equal(recorded, CoreHistory.ToFile("probe-1", "Parent", read).Write());
    }

    private static async Task<string> SigningAsync(TaskOrchestrationContext context)
    {
        await context.CallActivityAsync("Draft", context.NewGuid());
        try
        {
            var signed = await context.WaitForExternalEvent<bool>("Signed", TimeSpan.FromDays(10));
            return signed ? await context.CallActivityAsync<string>("Publish") : "returned";
        }
        catch (TaskCanceledException)
        {
            return "expired";
        }
    }

    private static async Task<string> RecordAsync(bool? decision, bool finish = true)
    {
        await using var world = await new World()
            .Orchestrator("Signing", SigningAsync)
            .Activity("Draft", _ => null)
            .Activity("Publish", _ => "published")
            .StartAsync();
        await world.BeginAsync("Signing");
        if (finish && decision is { } signed)
            await world.RaiseAsync("Signed", signed);
        for (var day = 0; finish && day < 10; day++)
            await world.AdvanceAsync(TimeSpan.FromDays(1));
        return Stored(world);
    }

    private static string Stored(World world) =>
        EngineDatabase.Read(world.DatabasePath, store => store.Export(store.Instance("probe-1")!));

    private static string? Verify(string history, Func<TaskOrchestrationContext, Task<string>> orchestrator) =>
        HistoryReplay.Difference(
            new SdkOrchestrators(
                new Dictionary<string, Func<TaskOrchestrationContext, Task<object?>>>
                {
                    ["Signing"] = async context => await orchestrator(context),
                }
            ),
            HistoryFile.Read(history)
        );
}
