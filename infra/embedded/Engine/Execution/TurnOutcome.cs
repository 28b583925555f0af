using Sakip.Embedded.Engine.History;

namespace Sakip.Embedded.Engine.Execution;

/// <summary>What one turn of an orchestrator produced.</summary>
internal sealed record TurnOutcome(
    IReadOnlyList<ActionEvent> Actions, bool IsSuspended, bool HasCustomStatus, string? CustomStatus)
{
    public ExecutionCompleted? Completed => Actions.OfType<ExecutionCompleted>().FirstOrDefault();

    public ContinuedAsNew? ContinuedAsNew => Actions.OfType<ContinuedAsNew>().FirstOrDefault();
}
