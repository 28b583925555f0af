using Microsoft.DurableTask;
using Sakip.Storage;

namespace Sakip.AnnualCycle;

/// <summary>The activities of the cycle, as orchestrators call them.</summary>
internal static class CycleCalls
{
    public static Task<string> EvaluateYear(this TaskOrchestrationContext context, CycleInput input) =>
        context.CallActivityAsync<string>(nameof(CycleActivities.EvaluateYear), input, Retries.Storage);

    public static Task CloseYear(this TaskOrchestrationContext context, CycleInput input) =>
        context.CallActivityAsync(nameof(CycleActivities.CloseYear), input, Retries.Storage);

    public static Task<int> AssignRevision(this TaskOrchestrationContext context, RevisionCall input) =>
        context.CallActivityAsync<int>(nameof(RevisionActivities.AssignRevision), input, Retries.Storage);
}
