using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Sakip.AnnualCycle;
using Sakip.Approvals;
using Sakip.Consistency;
using Sakip.Storage;

namespace Sakip.Reporting;

/// <summary>
/// The annual report: its texts from their owners, sections side by side, the consistency gate, the document, the
/// Inspectorate's review, the head's signature, publication. What stands in the way waits for the planner's recheck.
/// </summary>
internal static class ReportAssembly
{
    public const string V2 = nameof(ReportAssembly) + "_v2";

    /// <summary>The form of release cf4c20f, for the instances that it began.</summary>
    [Function(nameof(ReportAssembly))]
    public static async Task<PublishedReport> Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var input = context.GetInput<ReportAssemblyInput>()!;
        IReadOnlyList<string>? failed = null;
        for (var attempt = 1; ; attempt++)
        {
            input = input with { Attempt = attempt };
            var handBack = await AssembleAndSign(context, input, failed);
            if (handBack is null)
            {
                return await context.PublishReport(input);
            }

            failed = handBack.Reason == ReportHandBackReason.Sections ? handBack.Items : null;
            await context.HandBackReport(handBack);
            context.Enters("menunggu perencana: laporan dikembalikan");
            await context.WaitForExternalEvent<RecheckSignal>(InstanceIds.Recheck(attempt));
        }
    }

    /// <summary>The form of new instances: trouble of storage is outlasted.</summary>
    [Function(V2)]
    public static Task<PublishedReport> RunV2([OrchestrationTrigger] TaskOrchestrationContext context) =>
        Run(new LastingContext(context));

    /// <param name="failed">Sections that failed in the attempt before: they alone are prepared again.</param>
    private static async Task<ReportHandBack?> AssembleAndSign(
        TaskOrchestrationContext context,
        ReportAssemblyInput input,
        IReadOnlyList<string>? failed
    )
    {
        context.Enters("menunggu narasi dan menyusun bagian");
        var outline = await context.OutlineReport(input);
        var unwritten = await AskNarratives(context, input, outline.Narratives ?? []);
        if (unwritten.Count > 0)
            return new ReportHandBack(input, ReportHandBackReason.Narratives, null, unwritten);

        var broken = await PrepareSections(context, input, failed ?? outline.Sections);
        if (broken.Count > 0)
            return new ReportHandBack(input, ReportHandBackReason.Sections, null, broken);

        var gate = await context.CheckReport(input);
        if (gate.Blockers > 0)
            return new ReportHandBack(input, ReportHandBackReason.Blocked, null);

        await context.AssembleReport(input);
        var subject = new AnnualReportSubject(input.Office, input.Version).Dotted;
        context.Enters("menunggu reviu Inspektorat");
        var review = await context.Ask(new ApprovalInput(ApprovalKind.AnnualReview, subject, input.Attempt));
        if (review.Decision != Decision.Approved)
            return new ReportHandBack(input, ReportHandBackReason.Review, review.Note);

        var final = await context.AssembleReport(input with { IsReviewed = true });
        if (final.ChangedSinceReview)
            return new ReportHandBack(input, ReportHandBackReason.Changed, null);

        context.Enters("menunggu tanda tangan kepala kantor");
        var signature = await context.Ask(new ApprovalInput(ApprovalKind.AnnualSignature, subject, input.Attempt));
        return signature.Decision == Decision.Signed
            ? null
            : new ReportHandBack(input, ReportHandBackReason.Signature, signature.Note);
    }

    /// <returns>Titles of the texts that did not come.</returns>
    private static async Task<IReadOnlyList<string>> AskNarratives(
        TaskOrchestrationContext context,
        ReportAssemblyInput input,
        IReadOnlyList<NarrativeRequest> narratives
    )
    {
        var written = await Task.WhenAll(narratives.Select(narrative => AskNarrative(context, input, narrative)));
        return [.. narratives.Where((_, i) => !written[i]).Select(narrative => narrative.Title)];
    }

    private static async Task<bool> AskNarrative(
        TaskOrchestrationContext context,
        ReportAssemblyInput input,
        NarrativeRequest narrative
    )
    {
        var subject = new NarrativeSubject(input.Office, input.Version, narrative.Section).Dotted;
        var outcome = await context.Ask(
            new ApprovalInput(ApprovalKind.Narrative, subject, input.Attempt, narrative.Owner)
        );
        return outcome.Decision == Decision.Submitted
            && await context.KeepNarrative(
                new NarrativeAnswer(input, narrative.Section, outcome.By, outcome.BodyHash!)
            );
    }

    /// <returns>Codes of the sections that could not be built.</returns>
    private static async Task<IReadOnlyList<string>> PrepareSections(
        TaskOrchestrationContext context,
        ReportAssemblyInput input,
        IReadOnlyList<string> sections
    )
    {
        var built = await Task.WhenAll(sections.Select(section => PrepareSection(context, input, section)));
        return [.. sections.Where((_, i) => !built[i])];
    }

    private static async Task<bool> PrepareSection(
        TaskOrchestrationContext context,
        ReportAssemblyInput input,
        string section
    )
    {
        try
        {
            await context.PrepareSection(new SectionInput(input, section));
            return true;
        }
        catch (TaskFailedException)
        {
            return false;
        }
    }
}
