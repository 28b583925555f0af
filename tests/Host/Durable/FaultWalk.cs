using System.Globalization;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Sakip.Tests.Host.Durable;

/// <summary>
/// Every commit of a small world fails once before and once after its effect; the end is always the same.
/// </summary>
public sealed class FaultWalk
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_commit_may_fail_once_and_nothing_is_lost_or_doubled(bool hasEffect)
    {
        for (var commit = 1; await WalkAsync(hasEffect, commit); commit++)
        {
            Assert.True(commit < 200, "The walk does not end.");
        }
    }

    /// <summary>Runs the world with one failing commit; false when it has fewer commits than that.</summary>
    private static async Task<bool> WalkAsync(bool hasEffect, int failing)
    {
        var (seen, failed) = (0, false);
        HashSet<string> effects = [];
        await using var world = new World()
            .Orchestrator("Office", OfficeAsync)
            .Orchestrator("Unit", UnitAsync)
            .ActivityCalled(
                "Send",
                (call, _) =>
                {
                    effects.Add($"{call.InstanceId} {call.Input}");
                    return Task.FromResult<object?>(int.Parse(call.Input!, CultureInfo.InvariantCulture));
                }
            );
        world.OnCommit = (at, _) =>
        {
            if (at != hasEffect || failed || ++seen != failing)
                return;
            failed = true;
            throw new IOException("The disk is gone.");
        };
        await world.StartAsync();

        await InsistAsync(
            () => world.Client.ScheduleNewOrchestrationInstanceAsync("Office", new StartOrchestrationOptions("office")),
            world
        );
        foreach (var unit in new[] { "unit-0", "unit-1" })
        {
            await InsistAsync(() => world.Client.RaiseEventAsync(unit, "Submitted", 10), world);
        }
        await AdvanceAsync(world);
        await AdvanceAsync(world);

        var state = await world.StateAsync("office");
        Assert.Equal(OrchestrationRuntimeStatus.Completed, state.RuntimeStatus);
        Assert.Equal(31, state.ReadOutputAs<int>());
        Assert.Equal(["office 10", "unit-0 10", "unit-1 10"], effects.Order());
        Assert.Empty(world.Engine.Read(reader => reader.Activities()));
        return failed;
    }

    private static async Task<int> OfficeAsync(TaskOrchestrationContext context)
    {
        var units = await Task.WhenAll(
            Enumerable
                .Range(0, 2)
                .Select(number =>
                    context.CallSubOrchestratorAsync<int>(
                        "Unit",
                        new SubOrchestrationOptions(instanceId: $"unit-{number}")
                    )
                )
        );
        context.SendEvent(context.InstanceId, "Evaluated", 1);
        await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
        await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
        var own = await context.CallActivityAsync<int>("Send", 10);
        return units.Sum() + own + await context.WaitForExternalEvent<int>("Evaluated");
    }

    private static async Task<int> UnitAsync(TaskOrchestrationContext context)
    {
        var submitted = await context.WaitForExternalEvent<int>("Submitted", TimeSpan.FromDays(1));
        return await context.CallActivityAsync<int>("Send", submitted);
    }

    /// <summary>
    /// Does what somebody does who got no answer: once more. A start of what runs, or an event that came, changes
    /// nothing.
    /// </summary>
    private static async Task InsistAsync(Func<Task> act, World world)
    {
        try
        {
            await act();
        }
        catch (Exception)
        {
            await world.CrashAsync();
            try
            {
                await act();
            }
            catch (global::DurableTask.Core.Exceptions.OrchestrationAlreadyExistsException)
            {
                // The first time had taken effect.
            }
        }
        await SettleAsync(world);
    }

    private static async Task AdvanceAsync(World world)
    {
        world.Clock.Advance(TimeSpan.FromDays(1));
        await SettleAsync(world);
    }

    private static async Task SettleAsync(World world)
    {
        await world.IdleAsync();
        if (!world.Engine.Faulted.IsFaulted)
            return;
        await world.CrashAsync();
        await world.IdleAsync();
    }
}
