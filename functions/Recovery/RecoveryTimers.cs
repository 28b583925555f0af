using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Sakip.AnnualCycle;
using Sakip.Functions.Hosting;
using Sakip.Kernel;
using Sakip.Recovery;

namespace Sakip.Functions.Recovery;

/// <summary>Watches the running years.</summary>
internal sealed partial class RecoveryTimers(
    CycleDesk cycles,
    CycleWatch watch,
    CycleRebuild rebuild,
    ClosedYears records,
    SakipMeter meter,
    ILogger<RecoveryTimers> log
)
{
    /// <summary>
    /// Builds a year again whose instance is gone, raises what was decided and not heard, and says what will not go on by
    /// itself; an alert counts that.
    /// </summary>
    [Function("WatchYears")]
    public async Task WatchYears(
        [TimerTrigger("%RecoverySchedule%")] TimerInfo timer,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        await cycles.ForEachRunningAsync(
            async (year, token) =>
            {
                if (await rebuild.StartIfMissingAsync(year, client, token))
                    LogRebuilt(year.Unit, year.Year);
                foreach (var trouble in (await watch.LookAsync(year, client, token)).Troubles)
                {
                    // It goes on by itself and has an alert of its own.
                    if (trouble.Kind == Trouble.StorageAway)
                        continue;
                    LogStuck(trouble.Instance, trouble.Kind, trouble.Since);
                    if (trouble.Kind == Trouble.DecisionNotHeard)
                        await CycleWatch.TellAgainAsync(trouble, client, token);
                }

                var load = await watch.LoadAsync(year, token);
                meter.Year(year.Office, load.Open, load.Overdue, load.OldestMessage);
            },
            cancellation
        );
        await records.RunClosedAsync(client, cancellation);
    }

    [LoggerMessage(
        EventIds.InstanceStuck,
        LogLevel.Warning,
        "Instance {Instance} is stuck: {Trouble} since {Since:O}."
    )]
    private partial void LogStuck(string instance, Trouble trouble, DateTimeOffset since);

    [LoggerMessage(
        EventIds.CycleRebuilt,
        LogLevel.Warning,
        "The cycle of {Unit} {Year} had no instance and was built again from the tables."
    )]
    private partial void LogRebuilt(string unit, int year);
}
