namespace Sakip.Host.Durable.Turns;

/// <summary>What a turn makes of an orchestration; the custom status is the present one.</summary>
internal sealed record TurnOutcome(List<OrchestratorAction> Actions, OrchestratorAction? End, string? CustomStatus)
{
    public CompleteOrchestrationAction? Completion => End?.CompleteOrchestration;

    /// <summary>Of a failure the official host shows clients only a text.</summary>
    public string? Output =>
        Completion?.FailureDetails is { } failure ? $"{failure.ErrorType}: {failure.ErrorMessage}" : Completion?.Result;

    public bool StartsOver => Completion?.OrchestrationStatus == OrchestrationStatus.ContinuedAsNew;

    public static TurnOutcome Of(Execution execution, OrchestratorResponse response)
    {
        if (response.CustomStatus?.Length is > Failures.LongestStatus and var length)
            return Failed(execution, Failures.LargeStatus(length));
        var end = response.Actions.FirstOrDefault(action => action.CompleteOrchestration is not null);
        var hasFailed = end?.CompleteOrchestration.OrchestrationStatus == OrchestrationStatus.Failed;
        List<OrchestratorAction> actions = [];
        HashSet<int> ids = [];
        foreach (var action in response.Actions.Where(action => action != end))
        {
            if (Describe(action) is not { } description)
                return Failed(execution, Failures.NotSupported(action.OrchestratorActionTypeCase.ToString()));
            // An orchestrator that left its history answers with its failure and still with what does not match.
            if (!execution.HasId(action.Id) && ids.Add(action.Id))
                actions.Add(action);
            else if (!hasFailed)
                return Failed(execution, Failures.Repeated(description, action.Id));
        }
        return new TurnOutcome(actions, end, response.CustomStatus);
    }

    public static TurnOutcome Failed(Execution execution, TaskFailureDetails failure)
    {
        var end = new CompleteOrchestrationAction { Result = failure.ErrorMessage, FailureDetails = failure };
        end.OrchestrationStatus = OrchestrationStatus.Failed;
        return new([], new OrchestratorAction { Id = execution.NextId, CompleteOrchestration = end }, null);
    }

    public IEnumerable<HistoryEvent> Recorded(DateTime now) =>
        [
            .. (End is null ? Actions : Actions.Append(End)).Select(action => Recorded(action, now)),
            Events.TurnEnded(now),
        ];

    private static HistoryEvent Recorded(OrchestratorAction action, DateTime now)
    {
        var recorded = Events.New(now, action.Id);
        if (action.ScheduleTask is { } task)
        {
            var scheduled = recorded.TaskScheduled = new() { Tags = { task.Tags } };
            (scheduled.Name, scheduled.Version, scheduled.Input) = (task.Name, task.Version, task.Input);
        }
        else if (action.CreateSubOrchestration is { } sub)
        {
            var made = recorded.SubOrchestrationInstanceCreated = new() { Tags = { sub.Tags } };
            (made.InstanceId, made.Name) = (sub.InstanceId, sub.Name);
            (made.Version, made.Input) = (sub.Version, sub.Input);
        }
        else if (action.CreateTimer is { } timer)
        {
            recorded.TimerCreated = new() { FireAt = timer.FireAt };
        }
        else if (action.SendEvent is { } sent)
        {
            recorded.EventSent = new() { InstanceId = sent.Instance.InstanceId };
            (recorded.EventSent.Name, recorded.EventSent.Input) = (sent.Name, sent.Data);
        }
        else if (action.CompleteOrchestration is { } end)
        {
            var over = recorded.ExecutionCompleted = new() { OrchestrationStatus = end.OrchestrationStatus };
            (over.Result, over.FailureDetails) = (end.Result, end.FailureDetails);
        }
        return recorded;
    }

    private static string? Describe(OrchestratorAction action) =>
        action switch
        {
            { ScheduleTask: { } task } => $"a call of activity '{task.Name}'",
            { CreateSubOrchestration: { } sub } => $"a call of sub-orchestration '{sub.Name}'",
            { SendEvent: { } sent } => $"a sent event '{sent.Name}'",
            { CreateTimer: not null } => "a timer",
            { CompleteOrchestration: not null } => "its end",
            _ => null,
        };
}
