using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using Sakip.Kernel;

namespace Sakip.Storage;

/// <summary>
/// One instance's wait for storage. Of the calls that fail beside each other one leads and tries again; the others follow
/// when it got through, so that an outage of days leaves few events however many calls wait.
/// </summary>
internal sealed partial class Outage(TaskOrchestrationContext context, Standings standings)
{
    private Turn? _leader;

    public Turn Join() => new(this);

    /// <summary>One call's part in the outage.</summary>
    internal sealed class Turn(Outage outage)
    {
        private TaskCompletionSource _over = new();
        private DateTime _since;
        private int _failures;
        private bool _probes = true;

        /// <summary>Waits until the call may be tried again.</summary>
        public async Task WaitAsync(TaskFailureDetails failure)
        {
            if (outage._leader is { } leader && leader != this)
            {
                await leader._over.Task;
                return;
            }

            Lead();
            // Storage that answers a probe and still fails the call tells nothing: then the call itself is the probe.
            if (_failures > 0 && _probes)
                _probes = false;
            do
            {
                _failures++;
                outage.Told(_since, failure);
                var wait = OutageWaits.After(_failures, outage.Now - _since);
                await outage.TimerAsync(wait);
            } while (_probes && !await outage.AnswersAsync());
        }

        /// <summary>The call got through, or failed for a reason of its own: those who wait try again.</summary>
        public void Over()
        {
            if (outage._leader != this)
                return;
            outage._leader = null;
            (_failures, _probes) = (0, true);
            outage.Ended();
            _over.TrySetResult();
        }

        private void Lead()
        {
            if (outage._leader == this)
                return;
            (outage._leader, _since, _over) = (this, outage.Now, new TaskCompletionSource());
        }
    }

    private DateTime Now => context.CurrentUtcDateTime;

    private Task TimerAsync(TimeSpan wait) => context.CreateTimer(Now + wait, CancellationToken.None);

    private async Task<bool> AnswersAsync()
    {
        try
        {
            await context.CallActivityAsync(nameof(StorageProbe.ProbeStorage), context.InstanceId);
            return true;
        }
        catch (TaskFailedException failed)
        {
            return !Faults.IsAway(failed.FailureDetails);
        }
    }

    private void Told(DateTime since, TaskFailureDetails failure)
    {
        standings.WaitForStorage(since);
        if (Now - since < OutageWaits.UntilAlert)
            return;
        LogLasts(
            context.CreateReplaySafeLogger(typeof(Outage).FullName!),
            context.InstanceId,
            since,
            failure.ErrorMessage
        );
    }

    private void Ended() => standings.WaitForStorage(since: null);

    [LoggerMessage(
        EventIds.InstanceWithoutStorage,
        LogLevel.Error,
        "Instance {Instance} waits for storage since {Since:O}: {Reason}."
    )]
    private static partial void LogLasts(ILogger log, string instance, DateTime since, string reason);
}
