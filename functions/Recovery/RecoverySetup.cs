using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Sakip.Functions.Hosting;
using Sakip.Recovery;

namespace Sakip.Functions.Recovery;

/// <summary>Watching, rebuilding, backing up, erasing: section "Retention".</summary>
internal static class RecoverySetup
{
    public static void AddRecovery(this FunctionsApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddChecked<RetentionOptions>(RetentionOptions.Section);
        services
            .AddSingleton<OfficeBackup>()
            .AddSingleton<OfficeRestore>()
            .AddSingleton<YearCarriers>()
            .AddSingleton<CycleWatch>()
            .AddSingleton<RecordSweep>()
            .AddSingleton<ClosedYears>()
            .AddSingleton<CycleRebuild>()
            .AddSingleton<RetentionSweep>()
            .AddSingleton<ContactErasure>();
    }
}
