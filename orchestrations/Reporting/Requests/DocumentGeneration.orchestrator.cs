using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Sakip.Storage;

namespace Sakip.Reporting;

/// <summary>A document on request. Its id holds the hash of the data, so who asks for the same document joins this one.</summary>
internal static class DocumentGeneration
{
    public const string V2 = nameof(DocumentGeneration) + "_v2";

    /// <summary>The form of release cf4c20f, for the instances that it began.</summary>
    [Function(nameof(DocumentGeneration))]
    public static async Task<GeneratedDocument> Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var request = context.GetInput<DocumentRequest>()!;
        return await context.RenderDocument(request);
    }

    /// <summary>The form of new instances: trouble of storage is outlasted.</summary>
    [Function(V2)]
    public static Task<GeneratedDocument> RunV2([OrchestrationTrigger] TaskOrchestrationContext context) =>
        Run(new LastingContext(context));
}
