using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Sakip.AnnualCycle;
using Sakip.Approvals;
using Sakip.Collection;

namespace Sakip.Functions.Collection;

/// <summary>The quarters: windows, reports of the sub-units, evidence.</summary>
internal static class CollectionSetup
{
    public static void AddCollection(this FunctionsApplicationBuilder builder)
    {
        var services = builder.Services;
        services
            .AddSingleton<QuarterRecords>()
            .AddSingleton<SubmissionDesk>()
            .AddSingleton<WindowBook>()
            .AddSingleton<WindowDesk>()
            .AddSingleton<WindowSweep>()
            .AddSingleton<Obligations>()
            .AddSingleton<QuarterSources>()
            .AddSingleton<Reopenings>()
            .AddSingleton<QuarterDesk>()
            .AddSingleton<EvidenceBook>()
            .AddSingleton<EvidenceDesk>()
            .AddSingleton<DraftBook>()
            .AddSingleton<QuarterBook>()
            .AddSingleton<ReportHistories>()
            .AddSingleton<ReportForms>()
            .AddSingleton<ReportPosts>()
            .AddSingleton<TakeBackDesk>()
            .AddSingleton<QuarterPosts>()
            .AddSingleton<ReminderPosts>();
        services.AddSingleton<ILockedQuarters>(provider => provider.GetRequiredService<QuarterRecords>());
        services.AddSingleton<IWindows>(provider => provider.GetRequiredService<WindowBook>());
        services.AddSingleton<IStepRules, CollectionSteps>();
    }
}
