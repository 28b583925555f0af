using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Sakip.Functions.Hosting;
using Sakip.Functions.Storage;
using Sakip.Storage;

namespace Sakip.Functions.Home;

/// <summary>The office's dashboard and the app's health.</summary>
internal static class HomeSetup
{
    public static void AddHome(this FunctionsApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddChecked<HealthOptions>(HealthOptions.Section);
        // What is compared with the service's clock is the machine's, also where the office's clock is a virtual one.
        services.AddSingleton(provider => new ReadinessCheck(
            provider.GetRequiredService<OfficeStorage>(),
            provider.GetRequiredService<StorageSetup>(),
            provider.GetRequiredService<IOptions<HealthOptions>>(),
            provider.GetRequiredService<ILogger<ReadinessCheck>>(),
            TimeProvider.System
        ));
        services
            .AddSingleton<OfficeChooser>()
            .AddSingleton<DashboardReader>()
            .AddSingleton<DashboardBudget>()
            .AddSingleton<TaskDesk>()
            .AddSingleton<MenuCounts>();
    }
}
