using Sakip.Embedded.Engine.Execution;
using Sakip.Embedded.Engine.History;

namespace Sakip.Embedded.Engine;

/// <summary>One turn as it is about to be committed.</summary>
/// <param name="InstanceId">The instance.</param>
/// <param name="ExecutionId">Its present execution.</param>
/// <param name="Turn">How many turns of the execution came before.</param>
/// <param name="Fresh">What the turn began with.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Settings">What a replay needs.</param>
internal sealed record TurnRecord(
    string InstanceId,
    string ExecutionId,
    int Turn,
    IReadOnlyList<HistoryEvent> Fresh,
    TurnOutcome Outcome,
    ExecutionSettings Settings);
