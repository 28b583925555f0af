using System.Collections.Concurrent;
using Microsoft.DurableTask.Protobuf;
using Sakip.Host.Durable;
using Sakip.Tests.Host.Durable.Sdk;

namespace Sakip.Tests.Host.Durable;

/// <summary>
/// Stands before a runner. Every request must begin with the history as it is stored, and whoever is asked the same
/// again must answer the same.
/// </summary>
internal sealed class ReplayCheck(
    IFunctionRunner runner,
    DurableEngine engine,
    SdkOrchestrators functions,
    ConcurrentQueue<string> differences
) : IFunctionRunner
{
    public async Task<OrchestratorResponse> RunTurnAsync(TurnCall call, CancellationToken ct)
    {
        var (instanceId, orchestrator, request) = call;
        var whole = OrchestratorRequest.Parser.ParseFrom(request.Span);
        var stored = engine.Read(reader => reader.Instance(instanceId) is { } row ? reader.History(row.Number) : []);
        var isSession = whole.Properties.TryGetValue("IncludeState", out var included) && !included.BoolValue;
        if (!isSession && !whole.PastEvents.SequenceEqual(stored))
            differences.Enqueue($"{instanceId}: the request does not begin with what is stored: {whole}");
        var response = await runner.RunTurnAsync(call, ct);
        if (response.RequiresHistory)
            return response;
        // Asked without a session, with the history that is stored.
        whole.Properties.Clear();
        whole.PastEvents.Clear();
        whole.PastEvents.AddRange(stored);
        var again = functions.Run(orchestrator, whole).Actions;
        if (!again.Select(Comparable).SequenceEqual(response.Actions.Select(Comparable)))
            differences.Enqueue($"{instanceId}: {response.Actions} replays as {again}");
        return response;
    }

    public Task<ActivityOutcome> RunActivityAsync(ActivityCall call, CancellationToken ct) =>
        runner.RunActivityAsync(call, ct);

    // Stack traces name lines of the engine, which differ between a replay and a turn that goes on.
    private static OrchestratorAction Comparable(OrchestratorAction action)
    {
        var copy = action.Clone();
        for (
            var failure = copy.CompleteOrchestration?.FailureDetails;
            failure is not null;
            failure = failure.InnerFailure
        )
        {
            failure.StackTrace = null;
        }
        return copy;
    }
}
