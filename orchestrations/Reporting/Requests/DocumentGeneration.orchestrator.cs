using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Sakip.Storage;

namespace Sakip.Reporting;

/// <summary>A document on request. Its id holds the hash of the data, so who asks for the same document joins this one.</summary>
public static class DocumentGeneration
{
    [Function(nameof(DocumentGeneration))]
    public static async Task<GeneratedDocument> Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var request = context.GetInput<DocumentRequest>()!;
        return await context.CallActivityAsync<GeneratedDocument>(
            nameof(DocumentActivities.RenderDocument), request, Retries.Documents);
    }
}
