using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Sakip.AnnualCycle;
using Sakip.Approvals;
using Sakip.Consistency;
using Sakip.Storage;

namespace Sakip.Collection;

/// <summary>
/// A quarter: the window opens, every sub-unit reports on its own, the quarter is checked, locked and evaluated. An
/// extension of the window is passed on to the reports that are not done.
/// </summary>
internal static class QuarterlyCollection
{
    public const string V2 = nameof(QuarterlyCollection) + "_v2";

    /// <summary>The form of release cf4c20f, for the instances that it began.</summary>
    [Function(nameof(QuarterlyCollection))]
    public static async Task<QuarterOutcome> Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var input = context.GetInput<QuarterInput>()!;
        using var over = new CancellationTokenSource();
        var window = await WaitForOpening(context, input, over.Token);
        if (window.Outcome is { } standing)
        {
            over.Cancel();
            return standing;
        }

        var opening = await context.OpenQuarter(input);
        context.Enters("menunggu laporan sub-unit");
        var extensions = new ExtensionWaiter(context, window.Extensions, over.Token);
        var reports = opening
            .SubUnits.Select(subUnit => Collect(context, input, subUnit, opening.Round, window.Extensions))
            .ToArray();
        var all = Task.WhenAll(reports);
        // REPLAY: one waiter per extension; who has not reported is told in the order of the opening.
        while (await Task.WhenAny(all, extensions.Next) != all)
        {
            extensions.Forward(
                opening
                    .SubUnits.Where((_, at) => !reports[at].IsCompleted)
                    .Select(subUnit => Subject(input, subUnit, opening.Round).InstanceId)
            );
        }

        over.Cancel();
        return await Lock(context, new QuarterClosing(input, await all));
    }

    /// <summary>The form of new instances: trouble of storage is outlasted.</summary>
    [Function(V2)]
    public static Task<QuarterOutcome> RunV2([OrchestrationTrigger] TaskOrchestrationContext context) =>
        Run(new LastingContext(context));

    // The plan's date may have been moved since: it is read again when the timer fires, or when the opener calls earlier.
    private static async Task<QuarterWindow> WaitForOpening(
        TaskOrchestrationContext context,
        QuarterInput input,
        CancellationToken over
    )
    {
        var called = context.WaitForExternalEvent<WindowOpenedSignal>(InstanceIds.WindowOpened, over);
        while (true)
        {
            var window = await context.FindWindow(input);
            if (window.Outcome is not null || window.OpensAt <= context.CurrentUtcDateTime)
                return window;
            using var cancel = new CancellationTokenSource();
            var timer = context.CreateTimer(window.OpensAt, cancel.Token);
            if (called.IsCompleted)
                await timer;
            else if (await Task.WhenAny(timer, called) != timer)
                cancel.Cancel();
        }
    }

    /// <summary>Checks and locks. A blocking finding waits for the planner, who may have sub-units report again.</summary>
    internal static async Task<QuarterOutcome> Lock(TaskOrchestrationContext context, QuarterClosing closing)
    {
        while (true)
        {
            var outcome = await context.CloseQuarter(closing);
            if (outcome.Blockers == 0)
            {
                await context.EvaluateQuarter(closing.Quarter);
                return outcome;
            }

            if (!outcome.IsAnswered)
            {
                context.Enters("menunggu perencana: temuan menghalangi penguncian");
                await context.WaitForExternalEvent<RecheckSignal>(InstanceIds.Recheck(closing.Attempt));
            }

            var again = await context.FindRecheck(closing);
            closing = closing.Next(await Collect(context, closing.Quarter, again));
        }
    }

    internal static Task<ReportOutcome[]> Collect(
        TaskOrchestrationContext context,
        QuarterInput input,
        QuarterOpening opening
    ) =>
        Task.WhenAll(
            opening.SubUnits.Select(subUnit => Collect(context, input, subUnit, opening.Round, extensions: 0))
        );

    private static Task<ReportOutcome> Collect(
        TaskOrchestrationContext context,
        QuarterInput input,
        string subUnit,
        int round,
        int extensions
    )
    {
        var report = new ReportInput(input.Unit, input.Year, input.Quarter, subUnit, round, extensions);
        return context.CallSubOrchestratorAsync<ReportOutcome>(
            nameof(SubUnitReport),
            report,
            new SubOrchestrationOptions(instanceId: Subject(input, subUnit, round).InstanceId)
        );
    }

    private static SubUnitReportSubject Subject(QuarterInput input, string subUnit, int round) =>
        new SubUnitReportSubject(input.Office, input.Quarter, subUnit, round);
}
