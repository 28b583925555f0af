using Microsoft.DurableTask;
using Sakip.AnnualCycle;
using Sakip.Storage;

namespace Sakip.Collection;

/// <summary>The activities of a quarter, as orchestrators call them.</summary>
internal static class CollectionCalls
{
    public static Task<QuarterOpening> OpenQuarter(this TaskOrchestrationContext context, QuarterInput input) =>
        context.CallActivityAsync<QuarterOpening>(nameof(CollectionActivities.OpenQuarter), input, Retries.Storage);

    public static Task<QuarterWindow> FindWindow(this TaskOrchestrationContext context, QuarterInput input) =>
        context.CallActivityAsync<QuarterWindow>(nameof(CollectionActivities.FindWindow), input, Retries.Storage);

    public static Task<QuarterOutcome> CloseQuarter(this TaskOrchestrationContext context, QuarterClosing input) =>
        context.CallActivityAsync<QuarterOutcome>(nameof(CollectionActivities.CloseQuarter), input, Retries.Storage);

    public static Task EvaluateQuarter(this TaskOrchestrationContext context, QuarterInput input) =>
        context.CallActivityAsync(nameof(QuarterEvaluation.EvaluateQuarter), input, Retries.Storage);

    public static Task<QuarterOpening> FindRecheck(this TaskOrchestrationContext context, QuarterClosing input) =>
        context.CallActivityAsync<QuarterOpening>(nameof(RoundActivities.FindRecheck), input, Retries.Storage);

    public static Task DropRound(this TaskOrchestrationContext context, ReopeningInput input) =>
        context.CallActivityAsync(nameof(RoundActivities.DropRound), input, Retries.Storage);

    public static Task<QuarterOpening> OpenRound(this TaskOrchestrationContext context, ReopeningInput input) =>
        context.CallActivityAsync<QuarterOpening>(nameof(RoundActivities.OpenRound), input, Retries.Storage);
}
