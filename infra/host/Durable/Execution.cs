namespace Sakip.Host.Durable;

/// <summary>What an orchestration waits for: an activity by name, a child by id, a timer, or some event.</summary>
internal sealed record Waiting(WaitingKind Kind, string? Name, DateTime Since, DateTime? Due = null);

/// <summary>What can be waited for; only the worker knows by which name an event.</summary>
internal enum WaitingKind
{
    Activity,
    SubOrchestration,
    Timer,
    Event,
}

/// <summary>An execution as its history tells it, kept from turn to turn. Protobuf messages can be joined: a
/// request is the stored history with the rest of the request behind it.</summary>
internal sealed class Execution(long number, string executionId)
{
    /// <summary>What an execution takes beside its history, in bytes: a guess on the safe side.</summary>
    private const int Base = 2_000;

    private readonly SortedDictionary<int, Waiting> _open = [];
    private readonly HashSet<int> _ids = [];
    private byte[] _history = [];
    private int _length;
    private DateTime _now;

    public long Number => number;

    public string ExecutionId => executionId;

    public int Turn { get; private set; }

    public ExecutionStartedEvent? Started { get; private set; }

    public bool IsSuspended { get; private set; }

    /// <summary>Whether the worker has kept the execution after its last turn.</summary>
    public bool IsInSession { get; set; }

    public IEnumerable<Waiting> Waits => _open.Values;

    public int NextId => _ids.Count == 0 ? 0 : _ids.Max() + 1;

    public long Bytes => Base + _history.Length + (50L * _ids.Count);

    /// <summary>The part of a request that holds these events as its history.</summary>
    public static byte[] Fragment(IEnumerable<HistoryEvent> events) =>
        new OrchestratorRequest { PastEvents = { events } }.ToByteArray();

    public static IReadOnlyList<HistoryEvent> Read(ReadOnlySpan<byte> fragment) =>
        OrchestratorRequest.Parser.ParseFrom(fragment).PastEvents;

    public bool HasId(int id) => _ids.Contains(id);

    /// <summary>Whether this would be the first outcome of something that was asked for.</summary>
    public bool Awaits(int id, WaitingKind kind) => _open.TryGetValue(id, out var wait) && wait.Kind == kind;

    /// <summary>The history with the rest of a request behind it; valid until the next call.</summary>
    public ReadOnlyMemory<byte> Request(OrchestratorRequest rest, bool withHistory)
    {
        var size = rest.CalculateSize();
        Reserve(_length + size);
        rest.WriteTo(_history.AsSpan(_length, size));
        return withHistory ? _history.AsMemory(0, _length + size) : _history.AsMemory(_length, size);
    }

    public void Append(IEnumerable<HistoryEvent> events, ReadOnlySpan<byte> fragment)
    {
        foreach (var happened in events)
            Hear(happened);
        Reserve(_length + fragment.Length);
        fragment.CopyTo(_history.AsSpan(_length));
        _length += fragment.Length;
        Turn++;
    }

    private void Hear(HistoryEvent happened)
    {
        if (Events.OutcomeOf(happened) is var (answered, _))
        {
            _open.Remove(answered);
            return;
        }
        if (happened.OrchestratorStarted is not null)
            _now = happened.Timestamp.ToDateTime();
        Started = happened.ExecutionStarted ?? Started;
        IsSuspended = Events.IsSuspended(IsSuspended, happened);
        var asked = happened switch
        {
            { TaskScheduled: { } task } => new Waiting(WaitingKind.Activity, task.Name, _now),
            { TimerCreated: { } timer } => new Waiting(WaitingKind.Timer, null, _now, timer.FireAt.ToDateTime()),
            { SubOrchestrationInstanceCreated: { } child } => new(WaitingKind.SubOrchestration, child.InstanceId, _now),
            _ => null,
        };
        if (asked is not null)
            _open[happened.EventId] = asked;
        if (asked is not null || happened.EventSent is not null)
            _ids.Add(happened.EventId);
    }

    private void Reserve(int size)
    {
        if (_history.Length < size)
            Array.Resize(ref _history, Math.Max(size, 2 * _length));
    }
}
