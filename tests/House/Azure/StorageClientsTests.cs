using global::Azure.Data.Tables;
using global::Azure.Storage.Blobs;
using Microsoft.Extensions.Azure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Sakip.Functions.Storage;

namespace Sakip.Tests.House.Azure;

public sealed class StorageClientsTests
{
    [Fact]
    public void The_settings_of_the_template_lead_to_the_data_account_without_a_key()
    {
        var settings = Prediction
            .Reviewed("production")
            .AppSettings.Keys.Where(name => name.StartsWith("Storage__", StringComparison.Ordinal))
            .ToDictionary(name => name.Replace("__", ":", StringComparison.Ordinal), Value);

        using var services = With(settings);

        Assert.Equal("https://data.table.example/", services.GetRequiredService<TableServiceClient>().Uri.ToString());
        Assert.Equal("https://data.blob.example/", services.GetRequiredService<BlobServiceClient>().Uri.ToString());
        Assert.False(services.GetRequiredService<BlobServiceClient>().CanGenerateAccountSasUri);
    }

    [Fact]
    public void Without_the_section_the_hosts_connection_is_taken()
    {
        using var services = With(new() { ["AzureWebJobsStorage"] = "UseDevelopmentStorage=true" });

        Assert.Equal("devstoreaccount1", services.GetRequiredService<BlobServiceClient>().AccountName);
        Assert.Equal("devstoreaccount1", services.GetRequiredService<TableServiceClient>().AccountName);
    }

    [Fact]
    public void A_missing_address_is_named()
    {
        var failure = Assert.Throws<InvalidOperationException>(() =>
            With(new() { ["Storage:tableServiceUri"] = "https://data.table.example/" })
        );

        Assert.Contains("Storage:blobServiceUri", failure.Message, StringComparison.Ordinal);
    }

    private static string? Value(string name) =>
        name switch
        {
            "Storage__tableServiceUri" => "https://data.table.example/",
            "Storage__blobServiceUri" => "https://data.blob.example/",
            "Storage__clientId" => "00000000-0000-0000-0000-00000000000e",
            _ => "managedidentity",
        };

    private static ServiceProvider With(Dictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection();
        services.AddAzureClients(clients => clients.AddOfficeAccount(configuration));
        return services.BuildServiceProvider();
    }
}
