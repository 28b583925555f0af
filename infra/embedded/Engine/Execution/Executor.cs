using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Sakip.Embedded.Engine.History;

namespace Sakip.Embedded.Engine.Execution;

/// <summary>
/// Runs one execution of an orchestrator over its history. It is kept between turns, so that a turn costs what its
/// new events cost; a new one is brought to the same point by a replay.
/// </summary>
internal sealed partial class Executor
{
    /// <summary>The limit of the official service for a custom status: 16 KB in UTF-16.</summary>
    private const int MaximumCustomStatusLength = 8 * 1024;

    private readonly string instanceId;
    private readonly ExecutionSettings settings;
    private readonly ExecutionState state;
    private readonly ILogger logger;
    private readonly Queue<HistoryEvent> whileSuspended = [];
    private Task<object?>? orchestrator;

    public Executor(string instanceId, ExecutionSettings settings, Action onIllegalAwait)
    {
        this.instanceId = instanceId;
        this.settings = settings;
        state = new ExecutionState(settings.Converter, onIllegalAwait);
        logger = settings.Loggers.CreateLogger<Executor>();
    }

    public bool IsSuspended { get; private set; }

    public bool WasLeft => state.Thread.WasLeft;

    public IEnumerable<Waiting> Waits => state.Waits;

    /// <summary>What was asked for and stands nowhere in the history that was replayed.</summary>
    public IEnumerable<ActionEvent> Unmatched => state.Actions.Pending;

    /// <summary>Replays what has happened, without result.</summary>
    /// <exception cref="NonDeterminismException">The orchestrator does something else than it did.</exception>
    public void Replay(IEnumerable<HistoryEvent> past) => state.Thread.Run(() =>
    {
        state.IsReplaying = true;
        foreach (var happened in past) Apply(happened);
    });

    /// <summary>Goes on with what is new, after replaying what has happened if anything is given.</summary>
    public TurnOutcome Run(IReadOnlyList<HistoryEvent> past, IReadOnlyList<HistoryEvent> fresh)
    {
        string? customStatus = null;
        state.Thread.Run(() =>
        {
            try
            {
                state.IsReplaying = true;
                foreach (var happened in past) Apply(happened);
                state.IsReplaying = false;
                state.HasCustomStatus = false;
                foreach (var happening in fresh) Apply(happening);
                EndIfDone();
                customStatus = TakeCustomStatus();
            }
            catch (NonDeterminismException exception)
            {
                state.Actions.Clear();
                Fail(new Failure(NonDeterminismException.ErrorType, exception.Message, exception.StackTrace));
            }
            catch (Exception exception)
            {
                // One orchestration that cannot go on must not stop the others.
                Fail(Failure.From(exception));
            }
        });
        return new TurnOutcome(state.Actions.Take(), IsSuspended, state.HasCustomStatus, customStatus);
    }

    private void Apply(HistoryEvent happened)
    {
        if (happened is OrchestratorStarted turn)
        {
            state.Now = turn.Timestamp;
            return;
        }
        if (IsSuspended && happened is not (ExecutionResumed or ExecutionTerminated or ExecutionSuspended))
        {
            whileSuspended.Enqueue(happened);
            return;
        }
        switch (happened)
        {
            case ExecutionStarted started: Start(started); break;
            case ExecutionCompleted: break;
            case ActionEvent action: state.Actions.Match(action); break;
            case OutcomeEvent outcome: Settle(outcome); break;
            case EventRaised raised: state.Raise(raised); break;
            case ExecutionSuspended: Suspend(); break;
            case ExecutionResumed: Resume(); break;
            case ExecutionTerminated terminated:
                state.End(id => new ExecutionCompleted(id, OrchestrationRuntimeStatus.Terminated, terminated.Output));
                break;
        }
    }

    private void Start(ExecutionStarted started)
    {
        if (settings.FindOrchestrator(started.Name) is not { } invoker)
        {
            Fail(Failure.NoOrchestrator(started.Name));
            return;
        }
        try
        {
            orchestrator = invoker(new OrchestrationContext(instanceId, started, settings, state));
        }
        catch (Exception exception)
        {
            orchestrator = Task.FromException<object?>(exception);
        }
        state.Thread.Watch(orchestrator);
    }

    private void Settle(OutcomeEvent outcome)
    {
        if (!state.Settle(outcome)) LogIgnoredOutcome(instanceId, outcome.GetType().Name, outcome.TaskId);
    }

    private void Suspend()
    {
        IsSuspended = true;
        state.Actions.Hold();
    }

    private void Resume()
    {
        IsSuspended = false;
        state.Actions.Release();
        while (whileSuspended.TryDequeue(out var happened)) Apply(happened);
    }

    private void EndIfDone()
    {
        if (state.IsEnded || IsSuspended || orchestrator is null) return;
        if (WasLeft || (!orchestrator.IsCompleted && !state.HasOpenTasks && !state.Events.HasWaiters))
        {
            Fail(Failure.From(new InvalidOperationException(TurnThread.IllegalAwait)));
        }
        else if (orchestrator.IsCompleted && !state.HasOpenTasks)
        {
            Finish(orchestrator);
        }
    }

    private void Finish(Task<object?> finished)
    {
        try
        {
            var result = finished.GetAwaiter().GetResult();
            if (state.StartsOver)
            {
                state.EndWithStartOver();
                return;
            }
            var text = settings.Converter.Serialize(result);
            state.End(id => new ExecutionCompleted(id, OrchestrationRuntimeStatus.Completed, text));
        }
        catch (Exception exception)
        {
            if (state.StartsOver) LogFailedAfterContinueAsNew(instanceId);
            Fail(Failure.From(exception));
        }
    }

    private void Fail(Failure failure)
        => state.End(id => new ExecutionCompleted(
            id, OrchestrationRuntimeStatus.Failed, failure.ErrorMessage, failure));

    private string? TakeCustomStatus()
    {
        if (!state.HasCustomStatus) return null;
        try
        {
            var text = settings.Converter.Serialize(state.CustomStatus);
            if (!(text?.Length > MaximumCustomStatusLength)) return text;
            throw new ArgumentException(
                $"The custom status has {text.Length} characters; {MaximumCustomStatusLength} (16 KB) are the most.");
        }
        catch (Exception exception)
        {
            state.HasCustomStatus = false;
            Fail(Failure.From(exception));
            return null;
        }
    }

    [LoggerMessage(700, LogLevel.Warning,
        "{InstanceId}: {Outcome} #{TaskId} is ignored: it has come already or is no longer awaited")]
    private partial void LogIgnoredOutcome(string instanceId, string outcome, int taskId);

    [LoggerMessage(701, LogLevel.Warning, "{InstanceId}: an exception after ContinueAsNew fails the orchestration")]
    private partial void LogFailedAfterContinueAsNew(string instanceId);
}
