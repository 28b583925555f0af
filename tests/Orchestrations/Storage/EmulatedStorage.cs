using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Sakip.Audit;
using Sakip.Host.Start;
using Sakip.Host.Storage;
using Sakip.Storage;

namespace Sakip.Tests.Orchestrations.Storage;

/// <summary>Tables and blobs of an emulator of its own; tests share it and keep apart by the unit that they use.</summary>
public sealed class EmulatedStorage : IAsyncLifetime
{
    public const string Name = "Emulated storage";

    private readonly string _folder = Directory.CreateTempSubdirectory("sakip-storage-").FullName;
    private Azurite? _azurite;

    internal static AuditSeal Seal { get; } =
        new(Options.Create(new AuditOptions { Key = Convert.ToBase64String(new byte[AuditOptions.SmallestKey]) }));

    internal OfficeStorage Storage { get; private set; } = null!;

    internal string ConnectionString => _azurite!.ConnectionString;

    internal BlobVault Vault { get; private set; } = null!;

    internal FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2024, 1, 2, 1, 0, 0, TimeSpan.Zero));

    /// <summary>Commits; sends no messages.</summary>
    internal Dispatcher Dispatcher() => new(Storage, new Ledger(Storage), null!);

    public async ValueTask InitializeAsync()
    {
        _azurite = new Azurite(new ConfigurationBuilder().Build(), new DataFolder(_folder));
        await _azurite.StartAsync(TestContext.Current.CancellationToken);
        Storage = new OfficeStorage(
            new TableServiceClient(_azurite.ConnectionString),
            new BlobServiceClient(_azurite.ConnectionString)
        );
        Vault = new BlobVault(Storage);
        await Storage.CreateAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _azurite!.StopAsync();
        Directory.Delete(_folder, recursive: true);
    }
}

[CollectionDefinition(EmulatedStorage.Name)]
public sealed class EmulatedStorageTests : ICollectionFixture<EmulatedStorage>;
