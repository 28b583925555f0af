namespace Sakip.Embedded.Engine.History;

/// <summary>The orchestrator does not do what its history says that it did.</summary>
internal sealed class NonDeterminismException(string detail)
    : Exception($"Non-Deterministic workflow detected: {detail} Was the orchestrator changed while this instance ran?")
{
    /// <summary>The name under which the official engine reports this.</summary>
    public const string ErrorType = "DurableTask.Core.Exceptions.NonDeterministicOrchestrationException";
}
