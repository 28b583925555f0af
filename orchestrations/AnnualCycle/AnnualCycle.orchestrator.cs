using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Sakip.Agreements;
using Sakip.Calendar;
using Sakip.Collection;
using Sakip.Reporting;
using Sakip.Storage;

namespace Sakip.AnnualCycle;

/// <summary>
/// The year of an office: the agreement, four quarters, the evaluation, the report. A budget revision during the year
/// leads to a revised agreement beside whatever quarter is running.
/// </summary>
public static class AnnualCycle
{
    [Function(nameof(AnnualCycle))]
    public static async Task<CycleOutcome> Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var input = context.GetInput<CycleInput>()!;
        await Sign(context, input, revision: 0);

        using var yearOver = new CancellationTokenSource();
        var revisions = SignRevisions(context, input, yearOver.Token);
        foreach (var quarter in Quarters.All)
        {
            await Collect(context, new QuarterInput(input.Unit, input.Year, quarter));
        }

        yearOver.Cancel();
        await revisions;
        await context.CallActivityAsync<string>(nameof(CycleActivities.EvaluateYear), input, Retries.Storage);
        var report = await Report(context, input);
        await context.CallActivityAsync(nameof(CycleActivities.CloseYear), input, Retries.Storage);
        return new CycleOutcome(report.DocumentHash);
    }

    private static async Task SignRevisions(TaskOrchestrationContext context, CycleInput input, CancellationToken yearOver)
    {
        for (var number = 1; ; number++)
        {
            try
            {
                // REPLAY: one waiter per number; each revision is a new event name.
                await context.WaitForExternalEvent<BudgetRevisedSignal>(InstanceIds.BudgetRevised(number), yearOver);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await Sign(context, input, number);
        }
    }

    private static Task<AgreementInForce> Sign(TaskOrchestrationContext context, CycleInput input, int revision) =>
        context.CallSubOrchestratorAsync<AgreementInForce>(
            nameof(AgreementSigning), new AgreementInput(input.Unit, input.Year, revision),
            WithId(SubjectRef.Agreement(input.Unit, input.Year, revision)));

    private static async Task Collect(TaskOrchestrationContext context, QuarterInput quarter)
    {
        await context.CallSubOrchestratorAsync<QuarterOutcome>(
            nameof(QuarterlyCollection), quarter, WithId(SubjectRef.Quarter(quarter.Unit, quarter.Year, quarter.Quarter)));
        await context.CallActivityAsync<string>(nameof(CycleActivities.EvaluateQuarter), quarter, Retries.Storage);
    }

    private static Task<PublishedReport> Report(TaskOrchestrationContext context, CycleInput input)
    {
        const int FirstVersion = 1;
        return context.CallSubOrchestratorAsync<PublishedReport>(
            nameof(ReportAssembly), new ReportAssemblyInput(input.Unit, input.Year, FirstVersion),
            WithId(SubjectRef.AnnualReport(input.Unit, input.Year, FirstVersion)));
    }

    private static SubOrchestrationOptions WithId(SubjectRef subject) => new(instanceId: subject.InstanceId);
}
