using Microsoft.DurableTask.Client;

namespace Sakip.SmallApp.Durable;

/// <summary>What the client tells of an instance.</summary>
public sealed record State(
    string Name,
    string Id,
    OrchestrationRuntimeStatus Status,
    DateTimeOffset Created,
    DateTimeOffset Updated,
    string? Input,
    string? Output,
    string? Custom,
    string? Failure,
    string? InnerFailure,
    IReadOnlyDictionary<string, string> Tags
)
{
    public static State? Of(OrchestrationMetadata? found) =>
        found is null
            ? null
            : new State(
                found.Name,
                found.InstanceId,
                found.RuntimeStatus,
                found.CreatedAt,
                found.LastUpdatedAt,
                found.SerializedInput,
                found.SerializedOutput,
                found.SerializedCustomStatus,
                found.FailureDetails?.ErrorType,
                found.FailureDetails?.InnerFailure?.ErrorType,
                found.Tags
            );
}
