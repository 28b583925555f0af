namespace Sakip.Host.Durable.Turns;

/// <summary>What a turn makes of an orchestration; the custom status is the present one.</summary>
internal sealed record TurnOutcome(
    IReadOnlyList<OrchestratorAction> Actions,
    OrchestratorAction? End,
    string? CustomStatus
)
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

    public IEnumerable<HistoryEvent> Recorded(DateTime now)
    {
        foreach (var action in Actions)
            yield return Recorded(action, now);
        if (End is not null)
            yield return Recorded(End, now);
        yield return Events.TurnEnded(now);
    }

    private static HistoryEvent Recorded(OrchestratorAction action, DateTime now)
    {
        var recorded = Events.New(now, action.Id);
        if (action.ScheduleTask is { } task)
        {
            recorded.TaskScheduled = new()
            {
                Name = task.Name,
                Version = task.Version,
                Input = task.Input,
            };
            recorded.TaskScheduled.Tags.Add(task.Tags);
        }
        if (action.CreateSubOrchestration is { } sub)
        {
            var made = recorded.SubOrchestrationInstanceCreated = new() { Tags = { sub.Tags } };
            (made.InstanceId, made.Name, made.Version, made.Input) = (sub.InstanceId, sub.Name, sub.Version, sub.Input);
        }
        if (action.CreateTimer is { } timer)
            recorded.TimerCreated = new() { FireAt = timer.FireAt };
        if (action.SendEvent is { } sent)
        {
            recorded.EventSent = new()
            {
                InstanceId = sent.Instance.InstanceId,
                Name = sent.Name,
                Input = sent.Data,
            };
        }
        if (action.CompleteOrchestration is { } end)
        {
            recorded.ExecutionCompleted = new() { Result = end.Result, FailureDetails = end.FailureDetails };
            recorded.ExecutionCompleted.OrchestrationStatus = end.OrchestrationStatus;
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
