using System.Globalization;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Logging.Abstractions;
using Sakip.Host.Clock;
using Sakip.Host.Durable;
using Sakip.Host.Durable.Store;
using Sakip.Host.Start;
using Sakip.Storage;

namespace Sakip.Commands;

/// <summary>
/// Removes the instances that finished before a day from the engine of an app that is stopped, page by page, each after
/// its history was kept as a blob. The office's own data stays as it is.
/// </summary>
internal static class Purge
{
    /// <summary>Where the histories go: <c>histories/INSTANCE/SHA-256.json</c>.</summary>
    private const string Container = "histories";

    public static async Task<int> RunAsync(
        CommandLine line,
        string day,
        TextWriter output,
        CancellationToken cancellation
    )
    {
        if (
            !DateOnly.TryParseExact(
                day,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var before
            )
        )
        {
            throw new UsageException($"'{day}' bukan tanggal. Tulis --purge-before 2025-12-31.");
        }

        foreach (var folder in line.Folders(Doctor.Database))
        {
            if (DataFolder.IsInUse(folder))
            {
                throw new UsageException(
                    $"Aplikasi di {folder} sedang berjalan. Hentikan dahulu, lalu jalankan lagi perintah ini."
                );
            }

            await using var storage = await FolderStorage.OpenAsync(folder, cancellation);
            var count = await PurgeAsync(
                Path.Combine(folder, Doctor.Database),
                before,
                new BlobServiceClient(storage.ConnectionString),
                cancellation
            );
            output.WriteLine(
                $"{folder}: {count} instans yang selesai sebelum {day} dihapus; riwayatnya tersimpan dalam wadah {Container}."
            );
        }

        return 0;
    }

    private static async Task<int> PurgeAsync(
        string database,
        DateOnly before,
        BlobServiceClient blobs,
        CancellationToken cancellation
    )
    {
        var archive = blobs.GetBlobContainerClient(Container);
        await archive.CreateIfNotExistsAsync(cancellationToken: cancellation);
        await using var engine = new DurableEngine(
            new EngineOptions { DatabasePath = database },
            TimeProvider.System,
            new WorkGate(),
            NullLoggerFactory.Instance
        );
        // Open, not started: no instance gets a turn.
        engine.Open();
        var limit = new DateTimeOffset(before.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddTicks(-1);
        var (count, _) = await engine.PurgeAsync(
            new InstanceFilter(UpdatedTo: limit, Statuses: Events.FinalStatuses),
            (id, history, token) => KeepAsync(archive, id, history, token),
            cancellation
        );
        cancellation.ThrowIfCancellationRequested();
        return count;
    }

    private static async Task KeepAsync(
        BlobContainerClient archive,
        string id,
        string history,
        CancellationToken cancellation
    )
    {
        var content = Encoding.UTF8.GetBytes(history);
        try
        {
            await archive
                .GetBlobClient($"{id.Replace(':', '.')}/{BlobVault.HashOf(content)}.json")
                .UploadAsync(
                    BinaryData.FromBytes(content),
                    new BlobUploadOptions
                    {
                        HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" },
                        Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
                    },
                    cancellation
                );
        }
        catch (RequestFailedException failure) when (failure.Status == 409)
        {
            // Kept before, by a purge that was cut off.
        }
    }
}
