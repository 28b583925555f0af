using Microsoft.DurableTask;
using Sakip.AnnualCycle;
using Sakip.Storage;

namespace Sakip.Reporting;

/// <summary>The activities of the annual report, as orchestrators call them.</summary>
internal static class ReportCalls
{
    public static Task<PublishedReport> PublishReport(
        this TaskOrchestrationContext context,
        ReportAssemblyInput input
    ) => context.CallActivityAsync<PublishedReport>(nameof(PublishingActivities.PublishReport), input, Retries.Storage);

    public static Task HandBackReport(this TaskOrchestrationContext context, ReportHandBack input) =>
        context.CallActivityAsync(nameof(PublishingActivities.HandBackReport), input, Retries.Storage);

    public static Task<ReportOutline> OutlineReport(this TaskOrchestrationContext context, ReportAssemblyInput input) =>
        context.CallActivityAsync<ReportOutline>(nameof(ReportActivities.OutlineReport), input, Retries.Storage);

    public static Task<ReportGateResult> CheckReport(
        this TaskOrchestrationContext context,
        ReportAssemblyInput input
    ) => context.CallActivityAsync<ReportGateResult>(nameof(ReportActivities.CheckReport), input, Retries.Storage);

    public static Task<AssembledReport> AssembleReport(
        this TaskOrchestrationContext context,
        ReportAssemblyInput input
    ) =>
        context.CallActivityAsync<AssembledReport>(
            nameof(AssemblingActivities.AssembleReport),
            input,
            Retries.Documents
        );

    public static Task<bool> KeepNarrative(this TaskOrchestrationContext context, NarrativeAnswer input) =>
        context.CallActivityAsync<bool>(nameof(NarrativeActivities.KeepNarrative), input, Retries.Storage);

    public static Task<SectionResult> PrepareSection(this TaskOrchestrationContext context, SectionInput input) =>
        context.CallActivityAsync<SectionResult>(nameof(ReportActivities.PrepareSection), input, Retries.Sections);

    public static Task<GeneratedDocument> RenderDocument(
        this TaskOrchestrationContext context,
        DocumentRequest input
    ) =>
        context.CallActivityAsync<GeneratedDocument>(
            nameof(DocumentActivities.RenderDocument),
            input,
            Retries.OnRequest
        );
}
