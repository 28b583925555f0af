using Microsoft.DurableTask;
using Sakip.Storage;

namespace Sakip.AnnualCycle;

/// <summary>Starts the parts of a year that stand above the cycle: what they are told and what they give back lies here.</summary>
internal static class CycleParts
{
    /// <summary>Name of the orchestrator that collects a quarter.</summary>
    public const string QuarterlyCollection = nameof(QuarterlyCollection);

    /// <summary>Name of the orchestrator that makes the annual report.</summary>
    public const string ReportAssembly = nameof(ReportAssembly);

    public static Task<QuarterOutcome> Collect(this TaskOrchestrationContext context, QuarterInput quarter) =>
        context.CallSubOrchestratorAsync<QuarterOutcome>(
            QuarterlyCollection,
            quarter,
            WithId(new QuarterSubject(quarter.Office, quarter.Quarter))
        );

    public static Task<PublishedReport> Assemble(this TaskOrchestrationContext context, ReportAssemblyInput report) =>
        context.CallSubOrchestratorAsync<PublishedReport>(
            ReportAssembly,
            report,
            WithId(new AnnualReportSubject(report.Office, report.Version))
        );

    private static SubOrchestrationOptions WithId(Subject subject) => new(instanceId: subject.InstanceId);
}
