using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Sakip.AnnualCycle;
using Sakip.Evaluation;
using Sakip.Planning;

namespace Sakip.Functions.AnnualCycle;

/// <summary>The year: its cycle, its evaluations and their figures.</summary>
internal static class CycleSetup
{
    public static void AddAnnualCycle(this FunctionsApplicationBuilder builder)
    {
        var services = builder.Services;
        services
            .AddSingleton<CycleDesk>()
            .AddSingleton<EvaluationRecords>()
            .AddSingleton<FigureDesk>()
            .AddSingleton<NextYearDesk>();
        services.AddSingleton<SuperiorOffices>().AddSingleton<OfficialChanges>().AddSingleton<AgreementSweep>();
        services.AddSingleton<YearChangeDesk>().AddSingleton<ChangeGrounds>().AddSingleton<Changes.ChangeFiles>();
        services.AddSingleton<IYearStart>(provider => provider.GetRequiredService<CycleDesk>());
        services.AddSingleton<PlanCheck>(NarrativeRules.Check);
    }
}
