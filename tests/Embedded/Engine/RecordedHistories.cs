using Microsoft.DurableTask;
using Sakip.Embedded.Engine;
using Sakip.Embedded.Engine.Inspection;

namespace Sakip.Tests.Embedded.Engine;

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
    public async Task An_unfinished_history_replays_too()
        => Assert.Null(Verify(await RecordAsync(null, finish: false), SigningAsync));

    [Fact]
    public async Task A_renamed_activity_is_found_out()
    {
        var difference = Verify(await RecordAsync(true), async context =>
        {
            await context.CallActivityAsync("Prepare");
            return "";
        });

        Assert.StartsWith("Non-Deterministic workflow detected:", difference);
        Assert.Contains("activity 'Draft' with sequence id 0", difference);
    }

    [Fact]
    public async Task A_step_added_where_the_old_engine_would_not_notice_is_found_out()
    {
        var difference = Verify(await RecordAsync(true), async context =>
        {
            var result = await SigningAsync(context);
            await context.CallActivityAsync("Announce");
            return result;
        });

        Assert.Contains("this replay asks for a call of activity 'Announce'", difference);
    }

    [Fact]
    public async Task A_step_added_beside_another_is_found_out()
    {
        var difference = Verify(await RecordAsync(true, finish: false), async context =>
        {
            var signing = SigningAsync(context);
            _ = context.CallActivityAsync("Announce");
            return await signing;
        });

        Assert.StartsWith("Non-Deterministic workflow detected:", difference);
    }

    [Fact]
    public async Task Another_end_is_found_out()
    {
        var difference = Verify(await RecordAsync(true), async context =>
        {
            await SigningAsync(context);
            throw new InvalidOperationException("changed");
        });

        Assert.Contains("ends Completed and this replay Failed (changed)", difference);
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
        if (finish && decision is { } signed) await world.RaiseAsync("Signed", signed);
        for (var day = 0; finish && day < 10; day++) await world.AdvanceAsync(TimeSpan.FromDays(1));
        return (await world.Engine.ExportHistoryAsync("probe-1"))!;
    }

    private static string? Verify(string history, Func<TaskOrchestrationContext, Task<string>> orchestrator)
        => new ReplayVerifier(new Dictionary<string, OrchestratorInvoker>
        {
            ["Signing"] = async context => await orchestrator(context),
        }).Verify(history);
}
