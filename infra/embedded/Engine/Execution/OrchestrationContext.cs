using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using Sakip.Embedded.Engine.History;

namespace Sakip.Embedded.Engine.Execution;

/// <summary>What the engine hands to an orchestrator: it turns calls into actions and outcomes into results.</summary>
internal sealed class OrchestrationContext(
    string instanceId, ExecutionStarted started, ExecutionSettings settings, ExecutionState state)
    : TaskOrchestrationContext
{
    private int guidCounter;

    public override TaskName Name => started.Name;

    public override string InstanceId => instanceId;

    public override string Version => started.Version ?? string.Empty;

    public override ParentOrchestrationInstance? Parent => started.Parent is { } parent
        ? new(parent.Name, parent.InstanceId)
        : null;

    public override DateTime CurrentUtcDateTime
    {
        get
        {
            state.Thread.Require();
            return state.Now;
        }
    }

    public override bool IsReplaying => state.IsReplaying;

    protected override ILoggerFactory LoggerFactory => settings.Loggers;

    public override T? GetInput<T>()
        where T : default
        => settings.Converter.Deserialize<T>(started.Input);

    public override async Task<TResult> CallActivityAsync<TResult>(
        TaskName name, object? input = null, TaskOptions? options = null)
    {
        state.Thread.Require();
        if (input is TaskOptions && options is null)
        {
            throw new ArgumentException(
                $"A {nameof(TaskOptions)} was given as the activity's input, and no options. Was it meant as options?",
                nameof(input));
        }
        var text = $"[{settings.Converter.Serialize(input) ?? "null"}]";
        var version = options?.Version is { } asked ? asked.Version : started.Version;
        return await RetryLoop.Run(this, options?.Retry, async () =>
        {
            var id = state.Actions.NextId();
            try
            {
                var result = await state.Open(new TaskScheduled(id, name.Name, version, text));
                return settings.Converter.Deserialize<TResult>(result)!;
            }
            catch (RecordedFailureException failure)
            {
                throw new TaskFailedException(name, id, failure);
            }
        });
    }

    public override async Task<TResult> CallSubOrchestratorAsync<TResult>(
        TaskName orchestratorName, object? input = null, TaskOptions? options = null)
    {
        state.Thread.Require();
        var sub = options as SubOrchestrationOptions;
        var child = InstanceIds.Require(sub?.InstanceId ?? NewGuid().ToString("N"), nameof(options));
        var text = settings.Converter.Serialize(input);
        var version = (sub?.Version ?? options?.Version)?.Version;
        var tags = options?.Tags is { Count: > 0 } given ? new Dictionary<string, string>(given) : null;
        return await RetryLoop.Run(this, options?.Retry, async () =>
        {
            var id = state.Actions.NextId();
            try
            {
                var result = await state.Open(
                    new SubOrchestrationInstanceCreated(id, orchestratorName.Name, child, version, text, tags));
                return settings.Converter.Deserialize<TResult>(result)!;
            }
            catch (SubOrchestrationFailure failure)
            {
                throw new TaskFailedException(orchestratorName, id, failure.Failure?.ToDetails()!);
            }
        });
    }

    public override async Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        state.Thread.Require();
        var due = fireAt.ToUniversalTime();
        // REPLAY: the hops are part of the history.
        while (due - CurrentUtcDateTime > settings.MaximumTimerInterval && !cancellationToken.IsCancellationRequested)
        {
            await SingleTimer(CurrentUtcDateTime + settings.MaximumTimerInterval, cancellationToken);
        }
        await SingleTimer(due, cancellationToken);
    }

    /// <summary>One timer without hops.</summary>
    public Task SingleTimer(DateTime due, CancellationToken cancellation)
        => state.Open(new TimerCreated(state.Actions.NextId(), due), cancellation);

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        state.Thread.Require();
        return state.Events.Wait<T>(eventName, state.Now, cancellationToken);
    }

    public override void SendEvent(string instanceId, string eventName, object payload)
    {
        state.Thread.Require();
        ArgumentException.ThrowIfNullOrWhiteSpace(instanceId);
        ArgumentException.ThrowIfNullOrWhiteSpace(eventName);
        SendRaw(instanceId, eventName, settings.Converter.Serialize(payload));
    }

    public override void SetCustomStatus(object? customStatus)
    {
        state.Thread.Require();
        state.CustomStatus = customStatus;
        state.HasCustomStatus = true;
    }

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true)
        => ContinueAsNew(new ContinueAsNewOptions
        {
            NewInput = newInput,
            PreserveUnprocessedEvents = preserveUnprocessedEvents,
        });

    public override void ContinueAsNew(ContinueAsNewOptions options)
    {
        state.Thread.Require();
        ArgumentNullException.ThrowIfNull(options);
        state.StartOver(settings.Converter.Serialize(options.NewInput), options.NewVersion ?? started.Version);
        var buffered = state.Events.TakeBuffer();
        if (!options.PreserveUnprocessedEvents) return;
        foreach (var raised in buffered) SendRaw(InstanceId, raised.Name, raised.Input);
    }

    public override Guid NewGuid()
    {
        state.Thread.Require();
        return DeterministicGuid.Create(InstanceId, CurrentUtcDateTime, guidCounter++);
    }

    private void SendRaw(string target, string name, string? input)
        => state.Actions.Add(new EventSent(state.Actions.NextId(), target, name, input));
}
