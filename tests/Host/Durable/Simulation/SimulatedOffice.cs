using System.Globalization;
using Microsoft.DurableTask;

namespace Sakip.Tests.Host.Durable.Simulation;

/// <summary>
/// What the simulation runs: an office whose units report in several rounds. Whatever happens on the way, its result is
/// known beforehand.
/// </summary>
internal static class SimulatedOffice
{
    public const int Units = 3;
    public const int Rounds = 3;

    public static int ExpectedTotal =>
        Enumerable.Range(0, Units).Sum(unit => Enumerable.Range(0, Rounds).Sum(round => 2 * Value(unit, round)));

    public static string UnitId(int unit) => $"unit-{unit}";

    public static string Submit(int round) => $"Submit:{round}";

    public static string Maybe(int round) => $"Maybe:{round}";

    public static int Value(int unit, int round) => (100 * unit) + (10 * round) + 1;

    public static Dictionary<string, Func<TaskOrchestrationContext, Task<object?>>> Orchestrators { get; } =
        new()
        {
            ["Office"] = async context => await OfficeAsync(context),
            ["Unit"] = async context => await UnitAsync(context),
        };

    private static async Task<int> OfficeAsync(TaskOrchestrationContext context)
    {
        var totals = await Task.WhenAll(
            Enumerable
                .Range(0, Units)
                .Select(unit =>
                    context.CallSubOrchestratorAsync<int>(
                        "Unit",
                        new UnitState(0, 0),
                        new SubOrchestrationOptions(instanceId: UnitId(unit))
                    )
                )
        );
        for (var unit = 0; unit < Units; unit++)
            await context.WaitForExternalEvent<int>($"Done:{unit}");
        return totals.Sum();
    }

    private static async Task<int> UnitAsync(TaskOrchestrationContext context)
    {
        var state = context.GetInput<UnitState>()!;
        var value = await context.WaitForExternalEvent<int>(Submit(state.Round));
        var retries = TaskOptions.FromRetryPolicy(new RetryPolicy(5, TimeSpan.FromMinutes(1), 2));
        var total = state.Total + await context.CallActivityAsync<int>("Check", value, retries);
        try
        {
            await context.WaitForExternalEvent<int>(Maybe(state.Round), TimeSpan.FromDays(2));
        }
        catch (TaskCanceledException)
        {
            context.SetCustomStatus($"nobody said maybe in round {state.Round}");
        }
        await context.CreateTimer(TimeSpan.FromDays(1 + (4 * state.Round)), CancellationToken.None);
        if (state.Round + 1 < Rounds)
        {
            context.ContinueAsNew(new UnitState(state.Round + 1, total));
            return 0;
        }
        var number = int.Parse(context.InstanceId[^1..], CultureInfo.InvariantCulture);
        context.SendEvent(context.Parent!.InstanceId, $"Done:{number}", total);
        return total;
    }

    internal sealed record UnitState(int Round, int Total);
}
