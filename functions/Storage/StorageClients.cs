using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Azure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Sakip.Functions.Hosting;
using Sakip.Storage;

namespace Sakip.Functions.Storage;

/// <summary>The clients of the account that holds the office's data.</summary>
internal static class StorageClients
{
    /// <summary>
    /// In Azure by the addresses and the identity of section "Storage"; without that section by the connection string
    /// of the host, as locally.
    /// </summary>
    /// <exception cref="InvalidOperationException">An address of the section is missing or is none.</exception>
    public static void AddOfficeAccount(this AzureClientFactoryBuilder clients, IConfiguration configuration)
    {
        var section = configuration.GetSection("Storage");
        if (!section.Exists())
        {
            var connection = configuration["AzureWebJobsStorage"];
            clients.AddTableServiceClient(connection).ConfigureOptions(Counted("table"));
            clients.AddBlobServiceClient(connection).ConfigureOptions(Counted("blob"));
            return;
        }

        // The client library does not know the names that the Functions host gives these settings.
        clients.UseCredential(Identity(section["clientId"]));
        clients.AddTableServiceClient(Address(section, "tableServiceUri")).ConfigureOptions(Counted("table"));
        clients.AddBlobServiceClient(Address(section, "blobServiceUri")).ConfigureOptions(Counted("blob"));
    }

    private static Action<ClientOptions, IServiceProvider> Counted(string service) =>
        (options, services) =>
        {
            var tries = services.GetRequiredService<IOptions<StorageTryOptions>>().Value;
            options.Retry.NetworkTimeout = tries.TryTimeout;
            options.Retry.MaxRetries = tries.Retries;
            options.Retry.Delay = tries.Delay;
            options.Retry.Mode = tries.Delay == TimeSpan.Zero ? RetryMode.Fixed : RetryMode.Exponential;
            options.AddPolicy(new RememberedReads(isTable: service == "table"), HttpPipelinePosition.PerCall);
            if (service == "table" && services.GetService<TableMemory>() is { } memory)
            {
                var marks = services.GetRequiredService<WriteMarks>();
                options.AddPolicy(new MarkedWrites(marks, memory), HttpPipelinePosition.PerCall);
                options.AddPolicy(new MarkedReads(memory, marks), HttpPipelinePosition.PerCall);
            }

            options.AddPolicy(new BudgetedCalls(), HttpPipelinePosition.PerCall);
            options.AddPolicy(new AbandonedCalls(), HttpPipelinePosition.PerRetry);
            if (services.GetService<SakipMeter>() is { } meter)
                options.AddPolicy(new StorageCalls(service, meter), HttpPipelinePosition.PerRetry);
        };

    private static TokenCredential Identity(string? clientId) =>
        string.IsNullOrEmpty(clientId)
            ? new DefaultAzureCredential()
            : new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId));

    private static Uri Address(IConfigurationSection section, string name) =>
        Uri.TryCreate(section[name], UriKind.Absolute, out var address)
            ? address
            : throw new InvalidOperationException($"Storage:{name} is not the address of a storage service.");
}
