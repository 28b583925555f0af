using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Sakip.Functions.Planning.Settings;
using Sakip.Planning;

namespace Sakip.Functions.Planning;

/// <summary>The plan, its budget and their import; the office's settings are the plan's.</summary>
internal static class PlanningSetup
{
    public static void AddPlanning(this FunctionsApplicationBuilder builder)
    {
        var services = builder.Services;
        services
            .AddSingleton<PlanStore>()
            .AddSingleton<PlanDesk>()
            .AddSingleton<ImportDesk>()
            .AddSingleton<BudgetRealisations>()
            .AddSingleton<RealisationDesk>()
            .AddSingleton<BudgetListDesk>()
            .AddSingleton<BudgetViews>()
            .AddSingleton<RealisationViews>()
            .AddSingleton<SettingsOverview>();
    }
}
