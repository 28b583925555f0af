using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Sakip.Approvals;
using Sakip.Storage;

namespace Sakip.Collection;

/// <summary>
/// A sub-unit's report: handed in, approved by its head, verified; a returned one is handed in again as the next
/// revision. What is not in when the window closes is missing, and stays so until the quarter is reopened.
/// </summary>
public static class SubUnitReport
{
    [Function(nameof(SubUnitReport))]
    public static async Task<ReportOutcome> Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var input = context.GetInput<ReportInput>()!;
        string? note = null;
        for (var revision = 1; ; revision++)
        {
            var submitted = await Ask(context, input, ApprovalKind.ReportSubmission, revision, note);
            if (submitted.Decision == Decision.Expired)
                return new ReportOutcome(input.SubUnit, ReportResult.NotReported, revision);

            var approved = await Ask(context, input, ApprovalKind.ReportApproval, revision);
            if (approved.Decision == Decision.Approved)
            {
                var verified = await Ask(context, input, ApprovalKind.ReportVerification, revision);
                if (verified.Decision == Decision.Verified)
                    return new ReportOutcome(input.SubUnit, ReportResult.Verified, revision);
                approved = verified;
            }

            if (approved.Decision == Decision.Expired)
                return new ReportOutcome(input.SubUnit, ReportResult.NotVerified, revision);
            note = approved.Note;
        }
    }

    private static Task<ApprovalOutcome> Ask(
        TaskOrchestrationContext context, ReportInput input, ApprovalKind kind, int revision, string? note = null)
    {
        var subject = SubjectRef.Report(input.Unit, input.Year, input.Quarter, input.SubUnit, input.Round);
        return context.Ask(
            new ApprovalInput(kind, subject.Dotted, revision, input.SubUnit, (int)input.Quarter, note));
    }
}
