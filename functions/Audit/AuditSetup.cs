using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Sakip.Audit;
using Sakip.Functions.Hosting;

namespace Sakip.Functions.Audit;

/// <summary>The audit chain: section "Audit".</summary>
internal static class AuditSetup
{
    public static void AddAudit(this FunctionsApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddChecked<AuditOptions>(AuditOptions.Section);
        services
            .AddSingleton<AuditSeal>()
            .AddSingleton<AuditChains>()
            .AddSingleton<AuditBook>()
            .AddSingleton<AuditStart>()
            .AddSingleton<AuditPages>();
    }
}
