using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Sakip.Approvals;
using Sakip.Storage;

namespace Sakip.Collection;

/// <summary>
/// A sub-unit's report: handed in, approved by its head, verified; a returned one is handed in again as the next
/// revision. What is not in when the window closes is missing, and stays so until the quarter is reopened.
/// </summary>
internal static class SubUnitReport
{
    public const string V2 = nameof(SubUnitReport) + "_v2";

    /// <summary>The form of release cf4c20f, for the instances that it began.</summary>
    [Function(nameof(SubUnitReport))]
    public static async Task<ReportOutcome> Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var input = context.GetInput<ReportInput>()!;
        using var over = new CancellationTokenSource();
        var window = new ExtensionWaiter(context, input.Extensions, over.Token);
        var outcome = await Collect(context, input, window);
        over.Cancel();
        return outcome;
    }

    /// <summary>The form of new instances: trouble of storage is outlasted.</summary>
    [Function(V2)]
    public static Task<ReportOutcome> RunV2([OrchestrationTrigger] TaskOrchestrationContext context) =>
        Run(new LastingContext(context));

    private static async Task<ReportOutcome> Collect(
        TaskOrchestrationContext context,
        ReportInput input,
        ExtensionWaiter window
    )
    {
        string? note = null;
        for (var revision = 1; ; revision++)
        {
            ReportOutcome Outcome(ReportResult result) => new(input.SubUnit, result, revision, input.Round);

            var submitted = await Ask(context, input, window, ApprovalKind.ReportSubmission, revision, note);
            if (submitted.Decision == Decision.Expired)
                return Outcome(ReportResult.NotReported);

            var approved = await Ask(context, input, window, ApprovalKind.ReportApproval, revision);
            if (approved.Decision == Decision.Approved)
            {
                var verified = await Ask(context, input, window, ApprovalKind.ReportVerification, revision);
                if (verified.Decision == Decision.Verified)
                    return Outcome(ReportResult.Verified);
                approved = verified;
            }

            if (approved.Decision == Decision.Expired)
                return Outcome(ReportResult.NotVerified);
            note = approved.Note;
        }
    }

    private static async Task<ApprovalOutcome> Ask(
        TaskOrchestrationContext context,
        ReportInput input,
        ExtensionWaiter window,
        ApprovalKind kind,
        int revision,
        string? note = null
    )
    {
        var subject = new SubUnitReportSubject(input.Office, input.Quarter, input.SubUnit, input.Round);
        var asked = context.Ask(
            new ApprovalInput(kind, subject.Dotted, revision, input.SubUnit, (int)input.Quarter, note, window.Heard)
        );
        // REPLAY: the waiter for the next extension outlives the steps; whichever step is open is told.
        while (await Task.WhenAny(asked, window.Next) != asked)
            window.Forward(InstanceIds.Approval(subject, ApprovalPolicy.Of(kind).Step, revision));
        return await asked;
    }
}
