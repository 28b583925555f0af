namespace Sakip.Host.Durable.Turns;

/// <summary>What one turn does outside its orchestrator: to the store, and once that is durable, around.</summary>
internal sealed partial class TurnEffects(DurableEngine engine, Turn turn, TurnOutcome outcome, ILogger logger)
{
    private readonly HistoryEvent[] _recorded = [.. turn.Heard, .. outcome.Recorded(turn.Now)];
    private readonly List<Message> _messages = [];
    private readonly List<PendingActivity> _activities = [];
    private readonly List<PendingTimer> _timers = [];

    private string Id => turn.Instance.Id;

    private Execution Execution => turn.Execution;

    public Action Write(StoreWriter writer)
    {
        var fragment = Durable.Execution.Fragment(_recorded);
        if (!writer.Finish(turn, Status(), outcome, fragment))
            throw new InvalidOperationException($"'{Id}' is not at turn {Execution.Turn} in the store.");
        turn.Heard.ForEach(happened => writer.Settle(Execution.Number, happened));
        if (outcome.StartsOver)
            StartOver(writer, outcome.Completion!);
        else if (outcome.Completion is { } completion)
            Complete(writer, completion);
        else
            outcome.Actions.ForEach(action => Begin(writer, action));
        foreach (var sent in outcome.Actions.Select(action => action.SendEvent).Where(sent => sent is not null))
            Send(writer, sent.Instance.InstanceId, null, Events.Raised(turn.Now, sent.Name, sent.Data));
        return () => Publish(fragment);
    }

    private OrchestrationStatus Status()
    {
        if (outcome.Completion is { } completion && !outcome.StartsOver)
            return completion.OrchestrationStatus;
        var isSuspended = turn.Heard.Aggregate(Execution.IsSuspended, Events.IsSuspended);
        return isSuspended ? OrchestrationStatus.Suspended : OrchestrationStatus.Running;
    }

    private void Publish(byte[] fragment)
    {
        if (outcome.Completion is null)
            Execution.Append(_recorded, fragment);
        else
            turn.Instance.Execution = null;
        engine.Publish(_activities, _timers);
        engine.Instances.Deliver(_messages);
        engine.Watch.Changed(Id);
        engine.Instances.Done(turn.Instance);
    }

    private void Begin(StoreWriter writer, OrchestratorAction action)
    {
        if (action.ScheduleTask is { } task)
        {
            writer.AddActivity(Execution.Number, action.Id, task.Name, task.Input);
            _activities.Add(new(Id, Execution.ExecutionId, action.Id, task.Name, task.Input));
        }
        else if (action.CreateTimer?.FireAt.ToDateTime() is { } due)
        {
            writer.AddTimer(Execution.Number, action.Id, due);
            _timers.Add(new(Id, Execution.ExecutionId, action.Id, due));
        }
        else if (action.CreateSubOrchestration is { } sub)
        {
            BeginSub(writer, action.Id, sub);
        }
    }

    private void BeginSub(StoreWriter writer, int id, CreateSubOrchestrationAction sub)
    {
        var present = writer.Find(sub.InstanceId);
        if (present is { IsFinished: false })
        {
            LogChildExists(Id, sub.InstanceId);
            return;
        }
        if (present is not null)
            writer.Remove(present.Number);
        var (child, started) = (Events.Start(sub.InstanceId, sub.Name, sub.Version, sub.Input), turn.Started);
        child.Tags.Add(sub.Tags);
        child.ParentInstance = new() { TaskScheduledId = id, OrchestrationInstance = started.OrchestrationInstance };
        (child.ParentInstance.Name, child.ParentInstance.Version) = (started.Name, started.Version);
        _messages.Add(writer.Add(child, turn.Now));
    }

    private void Send(StoreWriter writer, string instanceId, string? executionId, HistoryEvent message)
    {
        if (writer.Find(instanceId) is { IsFinished: false } target)
            _messages.Add(writer.Send(target.Number, new Message(instanceId, executionId, message)));
    }

    private void StartOver(StoreWriter writer, CompleteOrchestrationAction end)
    {
        var next = turn.Started.Clone();
        var executionId = next.OrchestrationInstance.ExecutionId = Events.NewExecutionId();
        (next.Input, next.Version) = (end.Result, end.NewVersion ?? next.Version);
        writer.StartOver(Execution.Number, next);
        Send(writer, Id, executionId, Events.Started(turn.Now, next));
        foreach (var carried in end.CarryoverEvents)
        {
            carried.EventId = -1;
            carried.Timestamp ??= Events.New(turn.Now).Timestamp;
            Send(writer, Id, executionId, carried);
        }
    }

    private void Complete(StoreWriter writer, CompleteOrchestrationAction end)
    {
        writer.RemovePending(Execution.Number);
        if (turn.Started.ParentInstance is { OrchestrationInstance: { } parent, TaskScheduledId: var id })
            Send(writer, parent.InstanceId, parent.ExecutionId, Events.Answer(turn.Now, id, end));
    }

    [LoggerMessage(EventIds.ChildExists, LogLevel.Warning, "{Id} calls {Child}, which is running already: no answer")]
    private partial void LogChildExists(string id, string child);
}
