using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using Sakip.Embedded.Engine;
using Sakip.Embedded.Engine.Execution;
using Sakip.Embedded.Engine.History;

namespace Sakip.Tests.Embedded.Engine;

/// <summary>
/// After every turn: a fresh execution over the history so far must ask for the same as the living one did.
/// </summary>
internal sealed class ReplayCheck
{
    private readonly ConcurrentDictionary<string, List<List<HistoryEvent>>> turns = [];
    private readonly ConcurrentQueue<string> differences = [];

    public void Check(TurnRecord turn)
    {
        var past = turns.GetOrAdd(turn.ExecutionId, _ => []);
        // A turn that was lost in a crash runs again.
        past.RemoveRange(turn.Turn, past.Count - turn.Turn);
        var again = new Executor(
            turn.InstanceId, turn.Settings with { Loggers = NullLoggerFactory.Instance }, () => { });
        var outcome = again.Run([.. past.SelectMany(events => events)], turn.Fresh);
        var (expected, actual) = (HistoryJson.Write(Comparable(turn.Outcome)), HistoryJson.Write(Comparable(outcome)));
        if (expected != actual)
            differences.Enqueue($"{turn.InstanceId}, turn {turn.Turn}: {expected} replays as {actual}");
        past.Add(
        [
            .. turn.Fresh,
            .. turn.Outcome.Actions.Where(action => action is not ContinuedAsNew),
            new OrchestratorCompleted()]);
    }

    public void ThrowIfDifferent() => Assert.Empty(differences);

    // Stack traces name lines of the engine, which differ between a replay and a turn that goes on.
    private static IReadOnlyList<HistoryEvent> Comparable(TurnOutcome outcome) =>
    [
        .. outcome.Actions.Select<ActionEvent, HistoryEvent>(action => action switch
        {
            ExecutionCompleted end =>
                end with { Failure = end.Failure is { } f ? new(f.ErrorType, f.ErrorMessage) : null },
            ContinuedAsNew next => new TaskScheduled(next.Id, "ContinuedAsNew", next.Version, next.Input ?? ""),
            _ => action,
        }),
    ];
}
