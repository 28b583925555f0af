using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Sakip.Approvals;
using Sakip.Storage;

namespace Sakip.Reporting;

/// <summary>
/// The annual report: sections side by side, the consistency gate, the document, the Inspectorate's review, the head's
/// signature, publication. A blocker or a returned report waits for the planner's recheck.
/// </summary>
public static class ReportAssembly
{
    [Function(nameof(ReportAssembly))]
    public static async Task<PublishedReport> Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var input = context.GetInput<ReportAssemblyInput>()!;
        for (var attempt = 1; ; attempt++)
        {
            input = input with { Attempt = attempt };
            var handBack = await AssembleAndSign(context, input);
            if (handBack is null)
            {
                return await context.CallActivityAsync<PublishedReport>(
                    nameof(ReportActivities.PublishReport), input, Retries.Storage);
            }

            await context.CallActivityAsync(nameof(ReportActivities.HandBackReport), handBack, Retries.Storage);
            await context.WaitForExternalEvent<RecheckSignal>(InstanceIds.Recheck(attempt));
        }
    }

    private static async Task<ReportHandBack?> AssembleAndSign(
        TaskOrchestrationContext context, ReportAssemblyInput input)
    {
        var outline = await context.CallActivityAsync<ReportOutline>(
            nameof(ReportActivities.OutlineReport), input, Retries.Storage);
        await Task.WhenAll(outline.Sections.Select(section => context.CallActivityAsync<SectionResult>(
            nameof(ReportActivities.PrepareSection), new SectionInput(input, section), Retries.Documents)));

        var gate = await context.CallActivityAsync<ReportGateResult>(
            nameof(ReportActivities.CheckReport), input, Retries.Storage);
        if (gate.Blockers > 0) return new ReportHandBack(input, "blocked", null);

        await context.CallActivityAsync<AssembledReport>(nameof(ReportActivities.AssembleReport), input, Retries.Documents);
        var subject = SubjectRef.AnnualReport(input.Unit, input.Year, input.Version).Dotted;
        var review = await context.Ask(new ApprovalInput(ApprovalKind.AnnualReview, subject, input.Attempt));
        if (review.Decision != Decision.Approved) return new ReportHandBack(input, "review", review.Note);

        await context.CallActivityAsync<AssembledReport>(
            nameof(ReportActivities.AssembleReport), input with { IsReviewed = true }, Retries.Documents);
        var signature = await context.Ask(new ApprovalInput(ApprovalKind.AnnualSignature, subject, input.Attempt));
        return signature.Decision == Decision.Signed ? null : new ReportHandBack(input, "signature", signature.Note);
    }
}
