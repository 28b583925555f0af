using Sakip.Embedded.Engine.History;

namespace Sakip.Embedded.Engine.Execution;

/// <summary>Something asked for that has no outcome yet. The orchestrator cannot complete while one is open.</summary>
internal sealed class OpenTask(ActionEvent action, DateTime since)
{
    private readonly TaskCompletionSource<string?> completion = new();

    public Task<string?> Outcome => completion.Task;

    public bool TryCancel(CancellationToken token) => completion.TrySetCanceled(token);

    public void Settle(OutcomeEvent outcome)
    {
        switch (outcome)
        {
            case TaskCompleted completed: completion.SetResult(completed.Result); break;
            case SubOrchestrationInstanceCompleted completed: completion.SetResult(completed.Result); break;
            case TimerFired: completion.SetResult(null); break;
            case TaskFailed failed: completion.SetException(new RecordedFailureException(failed.Failure)); break;
            case SubOrchestrationInstanceFailed failed:
                completion.SetException(new SubOrchestrationFailure(failed.Failure));
                break;
            default: throw new InvalidOperationException($"No task ends with {outcome.GetType().Name}.");
        }
    }

    public Waiting Describe() => action switch
    {
        TaskScheduled task => new(WaitingKind.Activity, task.Name, since),
        SubOrchestrationInstanceCreated sub => new(WaitingKind.SubOrchestration, sub.InstanceId, since),
        _ => new(WaitingKind.Timer, null, since, ((TimerCreated)action).FireAt),
    };
}

/// <summary>A sub-orchestration failed, or was terminated: then there is no failure.</summary>
internal sealed class SubOrchestrationFailure(Failure? failure) : Exception
{
    public Failure? Failure { get; } = failure;
}
