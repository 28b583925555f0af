using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Sakip.Approvals;
using Sakip.Reporting;

namespace Sakip.Functions.Reporting;

/// <summary>The annual report, its texts, and documents on request.</summary>
internal static class ReportingSetup
{
    public static void AddReporting(this FunctionsApplicationBuilder builder)
    {
        var services = builder.Services;
        services
            .AddSingleton<QuarterReportDesk>()
            .AddSingleton<ReportRecords>()
            .AddSingleton<YearBasis>()
            .AddSingleton<ReportSources>()
            .AddSingleton<ReportFiles>()
            .AddSingleton<ReportOverview>()
            .AddSingleton<ReportVersions>()
            .AddSingleton<ReportCorrections>()
            .AddSingleton<ReportRechecks>()
            .AddSingleton<ReportDeadlines>()
            .AddSingleton<ReportSweep>()
            .AddSingleton<ReviewDesk>()
            .AddSingleton<ReviewForms>()
            .AddSingleton<ReviewHandOver>()
            .AddSingleton<NarrativeDesk>()
            .AddSingleton<OfficeLogo>()
            .AddSingleton<DocumentDesk>()
            .AddSingleton<DocumentComposer>()
            .AddSingleton<PublicDocuments>()
            .AddSingleton<DocumentRuns>();
        services.AddSingleton<IStepRules, ReportSteps>();
    }
}
