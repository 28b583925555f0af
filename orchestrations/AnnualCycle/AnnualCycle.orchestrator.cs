using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Sakip.Agreements;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.AnnualCycle;

/// <summary>
/// The year of an office: the agreement, four quarters, the evaluation, the report. A revised budget, another official or
/// the planner's own request during the year leads to a revised agreement beside whatever quarter is running.
/// </summary>
internal static class AnnualCycle
{
    public const string V2 = nameof(AnnualCycle) + "_v2";

    private const int FirstVersion = 1;

    /// <summary>The form of release cf4c20f, for the instances that it began.</summary>
    [Function(nameof(AnnualCycle))]
    public static async Task<CycleOutcome> Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var input = context.GetInput<CycleInput>()!;
        context.Enters("menunggu perjanjian kinerja");
        await Sign(context, input, revision: 0);

        using var yearOver = new CancellationTokenSource();
        var revisions = SignRevisions(context, input, yearOver.Token);
        context.Enters("mengumpulkan laporan triwulan");
        // Side by side: each waits for its own window, and one that is held up keeps no later one from opening.
        await Task.WhenAll(
            Quarters.All.Select(quarter => context.Collect(new QuarterInput(input.Unit, input.Year, quarter)))
        );

        yearOver.Cancel();
        await revisions;
        await context.EvaluateYear(input);
        context.Enters("menyusun laporan tahunan");
        var report = await context.Assemble(new ReportAssemblyInput(input.Unit, input.Year, FirstVersion));
        await context.CloseYear(input);
        return new CycleOutcome(report.DocumentHash);
    }

    /// <summary>The form of new instances: trouble of storage is outlasted.</summary>
    [Function(V2)]
    public static Task<CycleOutcome> RunV2([OrchestrationTrigger] TaskOrchestrationContext context) =>
        Run(new LastingContext(context));

    private static async Task SignRevisions(
        TaskOrchestrationContext context,
        CycleInput input,
        CancellationToken yearOver
    )
    {
        // REPLAY: one live waiter per cause; each call is a new event name. Agreements follow each other, never side by side.
        RevisionCause[] causes = [RevisionCause.BudgetRevised, RevisionCause.OfficialChanged, RevisionCause.Requested];
        int[] numbers = [1, 1, 1];
        Task<RevisionSignal>[] calls = [.. causes.Select(cause => Hear(context, cause, 1, yearOver))];
        while (true)
        {
            var first = await Task.WhenAny(calls);
            if (yearOver.IsCancellationRequested)
                return;

            var at = Array.IndexOf(calls, first);
            var call = new RevisionCall(input.Unit, input.Year, causes[at], numbers[at]++);
            calls[at] = Hear(context, causes[at], numbers[at], yearOver);
            var revision = await context.AssignRevision(call);
            // REPLAY: no call before 1.1.0 came to nothing; what those histories assigned is signed as before.
            if (revision != RevisionActivities.Noted)
                await Sign(context, input, revision);
        }
    }

    private static Task<RevisionSignal> Hear(
        TaskOrchestrationContext context,
        RevisionCause cause,
        int number,
        CancellationToken yearOver
    ) => context.WaitForExternalEvent<RevisionSignal>(RevisionActivities.EventOf(cause, number), yearOver);

    private static Task<AgreementOutcome> Sign(TaskOrchestrationContext context, CycleInput input, int revision) =>
        context.CallSubOrchestratorAsync<AgreementOutcome>(
            nameof(AgreementSigning),
            new AgreementInput(input.Unit, input.Year, revision, Trace: revision == 0 ? input.Trace : null),
            new SubOrchestrationOptions(instanceId: new AgreementSubject(input.Office, revision).InstanceId)
        );
}
