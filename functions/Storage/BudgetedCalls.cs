using Azure.Core;
using Azure.Core.Pipeline;
using Sakip.Storage;

namespace Sakip.Functions.Storage;

/// <summary>Holds a storage call, with all its tries, to what is left of its request's budget.</summary>
internal sealed class BudgetedCalls : HttpPipelinePolicy
{
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        ProcessNext(message, pipeline);

    public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        StorageBudget.Current is { } budget
            ? new ValueTask(
                budget.SpendAsync(
                    left =>
                    {
                        message.NetworkTimeout = left;
                        return ProcessNextAsync(message, pipeline).AsTask();
                    },
                    message.CancellationToken
                )
            )
            : ProcessNextAsync(message, pipeline);
}

/// <summary>Ends a call whose request has been answered without it: it is not tried again behind everybody's back.</summary>
internal sealed class AbandonedCalls : HttpPipelinePolicy
{
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        ProcessNext(message, pipeline);

    public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        StorageBudget.Current?.ThrowIfSpent();
        return ProcessNextAsync(message, pipeline);
    }
}
