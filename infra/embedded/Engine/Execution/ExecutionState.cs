using Microsoft.DurableTask;
using Sakip.Embedded.Engine.History;

namespace Sakip.Embedded.Engine.Execution;

/// <summary>What one execution has asked for and waits for. It is made anew by every replay.</summary>
internal sealed class ExecutionState(DataConverter converter, Action onIllegalAwait)
{
    private readonly Dictionary<int, OpenTask> openTasks = [];
    private List<EventRaised>? carryOver;
    private (string? Input, string? Version)? startOver;

    public TurnThread Thread { get; } = new(onIllegalAwait);

    public ActionLog Actions { get; } = new();

    public ExternalEvents Events { get; } = new(converter);

    public DateTime Now { get; set; }

    public bool IsReplaying { get; set; }

    public object? CustomStatus { get; set; }

    public bool HasCustomStatus { get; set; }

    /// <summary>Whether the last action of all has been asked for.</summary>
    public bool IsEnded { get; private set; }

    public bool HasOpenTasks => openTasks.Count > 0;

    public bool StartsOver => startOver is not null;

    public IEnumerable<Waiting> Waits => Events.Waits.Concat(openTasks.Values.Select(task => task.Describe()));

    public Task<string?> Open(ActionEvent action, CancellationToken cancellation = default)
    {
        var task = new OpenTask(action, Now);
        Actions.Add(action);
        openTasks.Add(action.Id, task);
        if (cancellation.CanBeCanceled)
        {
            cancellation.Register(() =>
            {
                if (openTasks.Remove(action.Id)) task.TryCancel(cancellation);
            });
        }
        return task.Outcome;
    }

    /// <summary>Ends the task of this outcome; false if it has none, or no longer.</summary>
    public bool Settle(OutcomeEvent outcome)
    {
        if (!openTasks.Remove(outcome.TaskId, out var task)) return false;
        task.Settle(outcome);
        return true;
    }

    public void StartOver(string? input, string? version)
    {
        startOver = (input, version);
        carryOver ??= [];
    }

    public void Raise(EventRaised raised)
    {
        if (carryOver is not null) carryOver.Add(raised);
        else Events.Raise(raised);
    }

    public void End(Func<int, ActionEvent> action)
    {
        if (IsEnded) return;
        IsEnded = true;
        Actions.Add(action(Actions.NextId()));
    }

    public void EndWithStartOver()
        => End(id => new ContinuedAsNew(id, startOver!.Value.Input, startOver.Value.Version, carryOver!));
}
