using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Sakip.Consistency;
using Sakip.Planning;

namespace Sakip.Functions.Consistency;

/// <summary>Findings and what is said of them.</summary>
internal static class ConsistencySetup
{
    public static void AddConsistency(this FunctionsApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<FindingStore>().AddSingleton<FindingDesk>();
        services.AddSingleton<PlanCheck>(RuleLevelRules.Check);
    }
}
