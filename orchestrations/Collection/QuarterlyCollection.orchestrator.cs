using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Sakip.Storage;

namespace Sakip.Collection;

/// <summary>A quarter: the window opens, every sub-unit reports on its own, the quarter is closed and locked.</summary>
public static class QuarterlyCollection
{
    [Function(nameof(QuarterlyCollection))]
    public static async Task<QuarterOutcome> Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var input = context.GetInput<QuarterInput>()!;
        var window = await context.CallActivityAsync<QuarterWindow>(
            nameof(CollectionActivities.FindWindow), input, Retries.Storage);
        if (window.OpensAt > context.CurrentUtcDateTime)
            await context.CreateTimer(window.OpensAt, CancellationToken.None);

        var opening = await context.CallActivityAsync<QuarterOpening>(
            nameof(CollectionActivities.OpenQuarter), input, Retries.Storage);
        var reports = await Task.WhenAll(opening.SubUnits.Select(subUnit => Collect(context, input, subUnit)));
        return await context.CallActivityAsync<QuarterOutcome>(
            nameof(CollectionActivities.CloseQuarter), new QuarterClosing(input, reports), Retries.Storage);
    }

    private static Task<ReportOutcome> Collect(TaskOrchestrationContext context, QuarterInput input, string subUnit)
    {
        const int FirstRound = 1;
        var report = new ReportInput(input.Unit, input.Year, input.Quarter, subUnit, FirstRound);
        var id = SubjectRef.Report(input.Unit, input.Year, input.Quarter, subUnit, FirstRound).InstanceId;
        return context.CallSubOrchestratorAsync<ReportOutcome>(
            nameof(SubUnitReport), report, new SubOrchestrationOptions(instanceId: id));
    }
}
