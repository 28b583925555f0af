using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Sakip.AnnualCycle;
using Sakip.Collection;
using Sakip.Storage;

namespace Sakip.Functions.Collection;

/// <summary>Opens what should be open.</summary>
internal sealed class WindowTimers(CycleDesk cycles, WindowSweep windows)
{
    /// <summary>Opens what should be open.</summary>
    [Function("OpenWindows")]
    public async Task OpenWindows(
        [TimerTrigger("%WindowSchedule%")] TimerInfo timer,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    ) =>
        await cycles.ForEachRunningAsync(
            (year, token) => year.State.HasCycle() ? windows.RunAsync(year.Office, client, token) : Task.CompletedTask,
            cancellation
        );
}
