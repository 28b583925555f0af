using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Sakip.Kernel;
using Sakip.Recovery;

namespace Sakip.Functions.Recovery;

internal sealed partial class RetentionTimer(RetentionSweep retention, ILogger<RetentionTimer> log)
{
    /// <summary>Removes what has been kept long enough.</summary>
    [Function("ApplyRetention")]
    public async Task ApplyRetention(
        [TimerTrigger("%RetentionSchedule%")] TimerInfo timer,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        foreach (var line in await retention.RunAsync(client, isApplied: true, cancellation))
        {
            if (line.Count > 0)
                LogRemoved(line.Count, line.Class);
        }
    }

    [LoggerMessage(
        EventIds.RetentionRemoved,
        LogLevel.Information,
        "{Count} of class {Class} were past their retention and are gone."
    )]
    private partial void LogRemoved(int count, DataClass @class);
}
