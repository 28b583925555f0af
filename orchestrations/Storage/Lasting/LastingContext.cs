using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace Sakip.Storage;

/// <summary>
/// The context of an orchestrator whose activities outlast trouble: what time mends is tried for as long as it takes,
/// what a person has to mend is waited for. Children are started in their form that does the same.
/// </summary>
internal sealed class LastingContext : TaskOrchestrationContext
{
    private readonly TaskOrchestrationContext _inner;
    private readonly Standings _standings;
    private readonly Outage _outage;

    public LastingContext(TaskOrchestrationContext inner)
    {
        _inner = inner;
        _standings = new Standings(inner);
        _outage = new Outage(inner, _standings);
    }

    /// <summary>The name of the form that outlasts trouble.</summary>
    public static string NameOf(TaskName orchestrator) => orchestrator.Name + "_v2";

    public override TaskName Name => _inner.Name;

    public override string InstanceId => _inner.InstanceId;

    public override ParentOrchestrationInstance? Parent => _inner.Parent;

    public override DateTime CurrentUtcDateTime => _inner.CurrentUtcDateTime;

    public override bool IsReplaying => _inner.IsReplaying;

    public override string Version => _inner.Version;

    public override IReadOnlyDictionary<string, object?> Properties => _inner.Properties;

    public override ILoggerFactory ReplaySafeLoggerFactory => _inner.ReplaySafeLoggerFactory;

    // Of the inner context's own: whoever logs takes a logger that is safe to replay.
    protected override ILoggerFactory LoggerFactory => throw new NotSupportedException();

    public override T GetInput<T>() => _inner.GetInput<T>()!;

    public override async Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input, TaskOptions? options)
    {
        // REPLAY: an activity that succeeds at once is one call, as in the first form; all else comes after a failure.
        var turn = _outage.Join();
        try
        {
            for (var faults = 1; ; )
            {
                TaskFailureDetails? failure;
                try
                {
                    return await _inner.CallActivityAsync<TResult>(name, input);
                }
                catch (TaskFailedException failed) when (!Faults.IsHandedBack(failed.FailureDetails, options, faults))
                {
                    failure = failed.FailureDetails;
                }

                if (Faults.IsAway(failure))
                {
                    await turn.WaitAsync(failure!);
                    continue;
                }

                turn.Over();
                if (Faults.IsTriedAgain(failure, options, faults))
                {
                    await _inner.CreateTimer(Faults.WaitAfter(options, faults++), CancellationToken.None);
                    continue;
                }

                await _standings.MendedAsync(name, failure);
                faults = 1;
            }
        }
        finally
        {
            turn.Over();
        }
    }

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(
        TaskName orchestratorName,
        object? input,
        TaskOptions? options
    ) => _inner.CallSubOrchestratorAsync<TResult>(NameOf(orchestratorName), input, options);

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken) =>
        _inner.CreateTimer(fireAt, cancellationToken);

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken) =>
        _inner.WaitForExternalEvent<T>(eventName, cancellationToken);

    public override void SendEvent(string instanceId, string eventName, object payload) =>
        _inner.SendEvent(instanceId, eventName, payload);

    public override void SetCustomStatus(object? customStatus) => _standings.Usually(customStatus);

    public override void ContinueAsNew(object? newInput, bool preserveUnprocessedEvents) =>
        _inner.ContinueAsNew(newInput, preserveUnprocessedEvents);

    public override void ContinueAsNew(ContinueAsNewOptions options) => _inner.ContinueAsNew(options);

    public override Guid NewGuid() => _inner.NewGuid();

    public override ILogger CreateReplaySafeLogger(string categoryName) => _inner.CreateReplaySafeLogger(categoryName);

    public override ILogger CreateReplaySafeLogger(Type type) => _inner.CreateReplaySafeLogger(type);

    public override ILogger CreateReplaySafeLogger<T>() => _inner.CreateReplaySafeLogger<T>();
}
