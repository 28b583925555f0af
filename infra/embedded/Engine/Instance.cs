using Sakip.Embedded.Clock;
using Sakip.Embedded.Engine.Execution;
using Sakip.Embedded.Engine.History;
using Sakip.Embedded.Engine.Store;

namespace Sakip.Embedded.Engine;

/// <summary>
/// An instance in memory. It runs one turn at a time; the fields belong to the <see cref="InstanceTable"/>.
/// </summary>
internal sealed class Instance(string id)
{
    public string Id => id;

    public List<Message> Waiting { get; set; } = [];

    /// <summary>Held from the first waiting message to the end of the last turn.</summary>
    public WorkToken? Token { get; set; }

    /// <summary>Whether a turn is wanted though no message waits.</summary>
    public bool IsPoked { get; set; }

    /// <summary>The execution as it stands after the last turn, if it is kept.</summary>
    public LiveExecution? Live { get; set; }
}

/// <summary>An execution that is ready for its next turn.</summary>
internal sealed class LiveExecution(long number, string executionId, Executor executor)
{
    /// <summary>What an execution that waits takes, in bytes: measured, whatever the length of its history.</summary>
    private const long Base = 3_000;

    /// <summary>A guess at what an orchestrator may keep of one event of its history.</summary>
    public const int BytesPerEvent = 200;

    public long Number => number;

    public string ExecutionId => executionId;

    public Executor Executor => executor;

    public int Turn { get; set; }

    public ExecutionStarted? Started { get; set; }

    /// <summary>What has to be replayed before anything new.</summary>
    public IReadOnlyList<HistoryEvent> Past { get; set; } = [];

    /// <summary>About how much memory it takes.</summary>
    public long Bytes { get; private set; } = Base;

    /// <summary>Counts what the orchestrator may keep of what it has heard, at most the length of its text.</summary>
    public void Grow(int historyLength) => Bytes += historyLength;
}
