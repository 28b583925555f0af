using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Sakip.AnnualCycle;
using Sakip.Approvals;
using Sakip.Storage;

namespace Sakip.Collection;

/// <summary>
/// Reopens a locked quarter: a second person approves, the chosen sub-units report in the next round, the quarter is
/// locked again and what was evaluated is evaluated again. The figures of each round are kept.
/// </summary>
internal static class QuarterReopening
{
    public const string V2 = nameof(QuarterReopening) + "_v2";

    /// <summary>The form of release cf4c20f, for the instances that it began.</summary>
    [Function(nameof(QuarterReopening))]
    public static async Task<ReopeningOutcome> Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var input = context.GetInput<ReopeningInput>()!;
        var subject = new ReopeningSubject(input.Office, input.Quarter, input.Round);
        var approved = await context.Ask(new ApprovalInput(ApprovalKind.QuarterReopening, subject.Dotted, Attempt: 1));
        if (approved.Decision != Decision.Approved)
        {
            await context.DropRound(input);
            return new ReopeningOutcome(null);
        }

        var opening = await context.OpenRound(input);
        var quarter = new QuarterInput(input.Unit, input.Year, input.Quarter);
        var reports = await QuarterlyCollection.Collect(context, quarter, opening);
        return new ReopeningOutcome(
            await QuarterlyCollection.Lock(context, new QuarterClosing(quarter, reports, input.Round))
        );
    }

    /// <summary>The form of new instances: trouble of storage is outlasted.</summary>
    [Function(V2)]
    public static Task<ReopeningOutcome> RunV2([OrchestrationTrigger] TaskOrchestrationContext context) =>
        Run(new LastingContext(context));
}
