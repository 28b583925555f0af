using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Azure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Sakip.Functions.Hosting;
using Sakip.Storage;

namespace Sakip.Functions.Storage;

/// <summary>The storage account, and what every capability writes through.</summary>
internal static class StorageServices
{
    public static void AddStorage(this FunctionsApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddChecked<StorageTryOptions>(StorageTryOptions.Section);
        services.AddAzureClients(clients => clients.AddOfficeAccount(builder.Configuration));
        services
            .AddSingleton(provider => new WriteMarks(() => provider.GetRequiredService<OfficeStorage>().Access))
            .AddSingleton(provider => new TableMemory(
                provider.GetRequiredService<WriteMarks>(),
                provider.GetRequiredService<IOptions<StorageTryOptions>>().Value.Memory
            ))
            .AddSingleton<OfficeStorage>()
            .AddSingleton<BlobVault>()
            .AddSingleton<Uploads>()
            .AddSingleton<Ledger>()
            .AddSingleton<Dispatcher>();
        services.AddSingleton<StorageSetup>().AddHostedService(provider => provider.GetRequiredService<StorageSetup>());
    }
}
