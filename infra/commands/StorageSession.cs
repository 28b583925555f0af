using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Sakip.Audit;
using Sakip.Host.Clock;
using Sakip.Host.Durable.Store;
using Sakip.Signing;
using Sakip.Storage;

namespace Sakip.Commands;

/// <summary>
/// The storage that a command works on: the emulator in a data folder, which is started where it does not run, or an
/// account in Azure, by the signed-in operator's own rights.
/// </summary>
internal sealed class StorageSession : IAsyncDisposable
{
    private readonly FolderStorage? _folder;

    private readonly string? _path;

    private StorageSession(OfficeStorage storage, TimeProvider clock, FolderStorage? folder, string? path) =>
        (Storage, Clock, _folder, _path) = (storage, clock, folder, path);

    public OfficeStorage Storage { get; }

    /// <summary>The office's clock: where the app runs on a virtual one, the instant at which that one stands.</summary>
    public TimeProvider Clock { get; }

    /// <param name="line">With <c>--account NAME</c>, or <c>--data FOLDER</c>.</param>
    /// <param name="isNew">The data folder may still be empty.</param>
    /// <exception cref="UsageException">There is no such storage, or another command has it.</exception>
    public static async Task<StorageSession> OpenAsync(CommandLine line, bool isNew, CancellationToken cancellation)
    {
        if (line.Value("--account") is { } account)
        {
            var credential = new DefaultAzureCredential();
            return new StorageSession(
                new OfficeStorage(
                    Tables(told => new TableServiceClient(
                        new Uri($"https://{account}.table.core.windows.net"),
                        credential,
                        told
                    )),
                    new BlobServiceClient(new Uri($"https://{account}.blob.core.windows.net"), credential)
                ),
                TimeProvider.System,
                folder: null,
                path: null
            );
        }

        var folder =
            isNew && line.Value("--data") is { } named
                ? named
                : line.OnlyFolder(Path.Combine("azurite", "process.json"));
        return await OpenAsync(folder, cancellation);
    }

    /// <exception cref="UsageException">The app is just starting there, or uses another storage.</exception>
    public static async Task<StorageSession> OpenAsync(string folder, CancellationToken cancellation)
    {
        var opened = await FolderStorage.OpenAsync(folder, cancellation);
        var storage = new OfficeStorage(
            Tables(told => new TableServiceClient(opened.ConnectionString, told)),
            new BlobServiceClient(opened.ConnectionString)
        );
        return new StorageSession(storage, ClockOf(folder), opened, folder);
    }

    /// <summary>The audit chains, with the keys that belong to this storage.</summary>
    /// <exception cref="UsageException">There is no key.</exception>
    public AuditBook Book(bool isNew = false) => new(Storage, AuditKeys.Of(_path, isNew));

    /// <summary>Whose signatures count here.</summary>
    public IReadOnlyList<TrustAnchor> Anchors() => SigningAnchors.Of(_path);

    public async ValueTask DisposeAsync()
    {
        if (_folder is not null)
            await _folder.DisposeAsync();
    }

    // What a command writes the app's sweeps read again.
    private static TableServiceClient Tables(Func<TableClientOptions, TableServiceClient> make)
    {
        TableServiceClient? tables = null;
        var told = new TableClientOptions();
        told.AddPolicy(
            new MarkedWrites(new WriteMarks(() => tables!.GetTableClient(nameof(OfficeStorage.Access)))),
            HttpPipelinePosition.PerCall
        );
        return tables = make(told);
    }

    private static TimeProvider ClockOf(string folder)
    {
        var database = Path.Combine(folder, "engine.db");
        return File.Exists(database) && EngineDatabase.Read(database, store => store.Meta(ClockMemory.Key)) is { } kept
            ? new StandingClock(DateTimeOffset.ParseExact(kept, "O", System.Globalization.CultureInfo.InvariantCulture))
            : TimeProvider.System;
    }

    private sealed class StandingClock(DateTimeOffset instant) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => instant;
    }
}
