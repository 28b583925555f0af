using Kind = Microsoft.DurableTask.Protobuf.OrchestratorAction.OrchestratorActionTypeOneofCase;

namespace Sakip.Host.Durable.Turns;

/// <summary>What one turn does outside its orchestrator: to the store, and once that is durable, around.</summary>
internal sealed partial class TurnEffects(
    DurableEngine engine,
    Instance instance,
    Execution execution,
    ExecutionStartedEvent started,
    IReadOnlyList<HistoryEvent> heard,
    TurnOutcome outcome,
    DateTime now,
    ILogger logger
)
{
    private readonly HistoryEvent[] _recorded = [.. heard, .. outcome.Recorded(now)];
    private readonly List<Message> _messages = [];
    private readonly List<PendingActivity> _activities = [];
    private readonly List<PendingTimer> _timers = [];

    public Action Write(StoreWriter writer)
    {
        var fragment = Execution.Fragment(_recorded);
        if (!writer.Finish(execution, now, Status(), outcome, fragment))
        {
            throw new InvalidOperationException(
                $"'{instance.Id}' is not at turn {execution.Turn} of execution {execution.ExecutionId} in the store."
            );
        }
        foreach (var happened in heard)
            writer.Settle(execution.Number, happened);
        if (outcome.StartsOver)
        {
            StartOver(writer, outcome.Completion!);
        }
        else if (outcome.Completion is { } completion)
        {
            Complete(writer, completion);
        }
        else
        {
            foreach (var action in outcome.Actions)
                Begin(writer, action);
        }
        foreach (var sent in outcome.Actions.Select(action => action.SendEvent).Where(sent => sent is not null))
            Send(writer, sent.Instance.InstanceId, null, Events.Raised(now, sent.Name, sent.Data));
        return () => Publish(fragment);
    }

    private OrchestrationStatus Status()
    {
        if (outcome.Completion is { } completion && !outcome.StartsOver)
            return completion.OrchestrationStatus;
        var control = heard.LastOrDefault(happened =>
            happened.ExecutionSuspended is not null || happened.ExecutionResumed is not null
        );
        var isSuspended = control is null ? execution.IsSuspended : control.ExecutionSuspended is not null;
        return isSuspended ? OrchestrationStatus.Suspended : OrchestrationStatus.Running;
    }

    private void Publish(byte[] fragment)
    {
        if (outcome.Completion is null)
            execution.Append(_recorded, fragment);
        else
            instance.Execution = null;
        engine.Publish(_activities, _timers);
        engine.Instances.Deliver(_messages);
        engine.Watch.Changed(instance.Id);
        engine.Instances.Done(instance);
    }

    private void Begin(StoreWriter writer, OrchestratorAction action)
    {
        switch (action.OrchestratorActionTypeCase)
        {
            case Kind.ScheduleTask:
                var task = action.ScheduleTask;
                writer.AddActivity(execution.Number, action.Id, task.Name, task.Input);
                _activities.Add(new(instance.Id, execution.ExecutionId, action.Id, task.Name, task.Input));
                break;
            case Kind.CreateTimer:
                var due = action.CreateTimer.FireAt.ToDateTime();
                writer.AddTimer(execution.Number, action.Id, due);
                _timers.Add(new(instance.Id, execution.ExecutionId, action.Id, due));
                break;
            case Kind.CreateSubOrchestration:
                BeginSub(writer, action.Id, action.CreateSubOrchestration);
                break;
        }
    }

    private void BeginSub(StoreWriter writer, int id, CreateSubOrchestrationAction sub)
    {
        var present = writer.Find(sub.InstanceId);
        if (present is { IsFinished: false })
        {
            LogSubOrchestrationExists(instance.Id, sub.InstanceId);
            return;
        }
        if (present is not null)
            writer.Remove(present.Number);
        var child = Events.Start(sub.Name, sub.Version, sub.Input, sub.Tags);
        child.OrchestrationInstance = Events.Reference(sub.InstanceId, Events.NewExecutionId());
        child.ParentInstance = new()
        {
            TaskScheduledId = id,
            Name = started.Name,
            Version = started.Version,
            OrchestrationInstance = started.OrchestrationInstance,
        };
        _messages.Add(writer.Add(child, now));
    }

    private void Send(StoreWriter writer, string instanceId, string? executionId, HistoryEvent message)
    {
        if (writer.Find(instanceId) is { IsFinished: false } target)
            _messages.Add(writer.Send(target.Number, new Message(instanceId, executionId, message)));
    }

    private void StartOver(StoreWriter writer, CompleteOrchestrationAction end)
    {
        var next = started.Clone();
        var executionId = Events.NewExecutionId();
        next.OrchestrationInstance.ExecutionId = executionId;
        next.Input = end.Result;
        next.Version = end.NewVersion ?? next.Version;
        writer.StartOver(execution.Number, next);
        Send(writer, instance.Id, executionId, Events.Started(now, next));
        foreach (var carried in end.CarryoverEvents)
        {
            carried.EventId = -1;
            carried.Timestamp ??= Events.New(now).Timestamp;
            Send(writer, instance.Id, executionId, carried);
        }
    }

    private void Complete(StoreWriter writer, CompleteOrchestrationAction end)
    {
        writer.RemovePending(execution.Number);
        if (started.ParentInstance is not { OrchestrationInstance: { } parent, TaskScheduledId: var id })
            return;
        Send(writer, parent.InstanceId, parent.ExecutionId, Events.Answer(now, id, end));
    }

    [LoggerMessage(
        EventIds.SubOrchestrationExists,
        LogLevel.Warning,
        "{InstanceId} calls sub-orchestration {SubInstanceId}, which is running already: the call gets no answer"
    )]
    private partial void LogSubOrchestrationExists(string instanceId, string subInstanceId);
}
