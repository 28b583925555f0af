using Microsoft.DurableTask.Client;
using Sakip.Embedded.Engine.Execution;
using Sakip.Embedded.Engine.History;
using Sakip.Embedded.Engine.Store;

namespace Sakip.Embedded.Engine;

/// <summary>
/// Everything that one turn does outside its orchestrator: first to the store, then, once that is durable, around.
/// </summary>
internal sealed class TurnEffects(
    EngineRun run, Instance instance, LiveExecution live, TurnOutcome outcome, TurnCommit commit)
{
    private readonly List<Delivery> deliveries = [];
    private readonly List<PendingActivity> activities = [];
    private readonly List<PendingTimer> timers = [];

    /// <summary>What the turn began with.</summary>
    public required IReadOnlyList<HistoryEvent> Heard { get; init; }

    /// <summary>The rows of the inbox that the turn has used up.</summary>
    public required IReadOnlyList<long> MessageNumbers { get; init; }

    public Action Write(StoreWriter writer)
    {
        if (!writer.Finish(commit))
        {
            throw new InvalidOperationException(
                $"Instance '{instance.Id}' is not at turn {commit.Turn} of "
                + $"execution {commit.ExecutionId} in the store.");
        }
        foreach (var number in MessageNumbers) writer.RemoveMessage(number);
        foreach (var heard in Heard.OfType<OutcomeEvent>()) writer.Settle(live.Number, heard);
        if (outcome.ContinuedAsNew is { } next) StartOver(writer, next);
        else if (outcome.Completed is { } completed) Complete(writer, completed);
        else foreach (var action in outcome.Actions) Begin(writer, action);
        foreach (var sent in outcome.Actions.OfType<EventSent>()) Send(writer, sent);
        return Publish;
    }

    private void Publish()
    {
        live.Turn++;
        if (outcome.Completed is not null || outcome.ContinuedAsNew is not null) instance.Live = null;
        run.Activities.Add(activities);
        if (timers.Count > 0) run.Timers.Add(timers);
        foreach (var delivery in deliveries) run.Instances.Deliver(delivery);
        run.Watch.Changed(instance.Id);
        run.Instances.Done(instance);
    }

    private void Begin(StoreWriter writer, ActionEvent action)
    {
        switch (action)
        {
            case TaskScheduled task:
                writer.AddActivity(live.Number, task);
                activities.Add(new(instance.Id, live.ExecutionId, task.Id, task.Name, task.Input));
                break;
            case TimerCreated timer:
                writer.AddTimer(live.Number, timer);
                timers.Add(new(instance.Id, live.ExecutionId, timer.Id, timer.FireAt));
                break;
            case SubOrchestrationInstanceCreated sub:
                BeginSub(writer, sub);
                break;
        }
    }

    private void BeginSub(StoreWriter writer, SubOrchestrationInstanceCreated sub)
    {
        var present = writer.Find(sub.InstanceId);
        if (present is { IsFinished: false })
        {
            run.LogSubOrchestrationExists(instance.Id, sub.InstanceId);
            return;
        }
        if (present is not null) writer.Remove(present.Number);
        var parent = new ParentReference(instance.Id, live.ExecutionId, live.Started!.Name, sub.Id);
        var started = new ExecutionStarted(
            sub.Name, EngineRun.NewExecutionId(), sub.Version, sub.Input, parent, sub.Tags);
        deliveries.Add(writer.Add(sub.InstanceId, started, commit.Now));
    }

    private void Send(StoreWriter writer, EventSent sent)
    {
        if (writer.Find(sent.InstanceId) is { IsFinished: false } target)
        {
            deliveries.Add(writer.Send(target.Number, sent.InstanceId, null, new EventRaised(sent.Name, sent.Input)));
        }
    }

    private void StartOver(StoreWriter writer, ContinuedAsNew next)
    {
        var started = live.Started! with
        {
            ExecutionId = EngineRun.NewExecutionId(),
            Version = next.Version,
            Input = next.Input,
        };
        writer.StartOver(live.Number, started.ExecutionId, started.Input);
        deliveries.Add(writer.Send(live.Number, instance.Id, null, started));
        foreach (var raised in next.CarryOver) deliveries.Add(writer.Send(live.Number, instance.Id, null, raised));
    }

    private void Complete(StoreWriter writer, ExecutionCompleted completed)
    {
        writer.RemovePending(live.Number);
        if (live.Started?.Parent is not { } parent) return;
        if (writer.Find(parent.InstanceId) is not { IsFinished: false } waiting) return;
        OutcomeEvent told = completed.Status == OrchestrationRuntimeStatus.Completed
            ? new SubOrchestrationInstanceCompleted(parent.TaskId, completed.Result)
            : new SubOrchestrationInstanceFailed(parent.TaskId, completed.Failure);
        deliveries.Add(writer.Send(waiting.Number, parent.InstanceId, parent.ExecutionId, told));
    }
}
