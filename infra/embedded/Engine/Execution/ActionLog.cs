using Sakip.Embedded.Engine.History;

namespace Sakip.Embedded.Engine.Execution;

/// <summary>What an orchestrator has asked for and the history does not hold yet, by sequence id.</summary>
internal sealed class ActionLog
{
    private SortedDictionary<int, ActionEvent> pending = [];
    private SortedDictionary<int, ActionEvent>? held;
    private int nextId;

    /// <summary>One counter for everything that takes an id.</summary>
    public int NextId() => nextId++;

    public IEnumerable<ActionEvent> Pending => pending.Values;

    public void Add(ActionEvent action) => pending.Add(action.Id, action);

    /// <summary>What a suspended orchestration asks for is held until it resumes.</summary>
    public void Hold()
    {
        if (pending.Count == 0) return;
        held = pending;
        pending = [];
    }

    public void Release()
    {
        foreach (var action in held?.Values ?? Enumerable.Empty<ActionEvent>()) pending.Add(action.Id, action);
        held = null;
    }

    public void Clear() => pending.Clear();

    public IReadOnlyList<ActionEvent> Take()
    {
        var taken = pending.Values.ToList();
        pending.Clear();
        return taken;
    }

    /// <summary>Matches a recorded action with the pending one by id, kind and name; inputs are not compared.</summary>
    /// <exception cref="NonDeterminismException">They differ.</exception>
    public void Match(ActionEvent recorded)
    {
        if (!pending.Remove(recorded.Id, out var present))
        {
            throw new NonDeterminismException(
                $"the history has {Describe(recorded)} with sequence id {recorded.Id}, "
                + "which this replay has not asked for.");
        }
        if (present.GetType() != recorded.GetType()
            || !string.Equals(NameOf(present), NameOf(recorded), StringComparison.OrdinalIgnoreCase))
        {
            throw new NonDeterminismException(
                $"the history has {Describe(recorded)} with sequence id {recorded.Id}, "
                + $"where this replay asked for {Describe(present)}.");
        }
    }

    public static string Describe(ActionEvent action) => action switch
    {
        TaskScheduled task => $"a call of activity '{task.Name}'",
        SubOrchestrationInstanceCreated sub => $"a call of sub-orchestration '{sub.Name}'",
        TimerCreated => "a timer",
        EventSent sent => $"a sent event '{sent.Name}'",
        _ => "the end of the orchestration",
    };

    private static string? NameOf(ActionEvent action) => action switch
    {
        TaskScheduled task => task.Name,
        SubOrchestrationInstanceCreated sub => sub.Name,
        EventSent sent => sent.Name,
        _ => null,
    };
}
