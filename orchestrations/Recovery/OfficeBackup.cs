using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Sakip.Audit;
using Sakip.Kernel;
using Sakip.Storage;

namespace Sakip.Recovery;

/// <summary>
/// Writes one office-year into an archive: its rows as JSON, every document, snapshot and evidence file that they name,
/// and the anchors of its audit chain. The same state gives the same bytes, but for the instant in the manifest.
/// </summary>
internal sealed class OfficeBackup(OfficeStorage storage, AuditChains chains, TimeProvider clock)
{
    private const int Tries = 5;
    private const int Parallel = 8;

    // A fixed time: the archive's bytes then follow from what it holds.
    private static readonly DateTimeOffset EntryTime = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <exception cref="RecoveryException">The year is unknown, or it changed all the while.</exception>
    public async Task<BackupManifest> WriteAsync(OfficeYear office, Stream target, CancellationToken cancellation)
    {
        var rows = new YearRows(storage, office);
        if (await rows.StartAsync(cancellation) is null)
            throw new RecoveryException($"Siklus {office.Unit} {office.Year} tidak ada di penyimpanan ini.");
        var (tables, head) = await TablesAsync(office, rows, cancellation);
        var contents = tables.ToDictionary(
            table => $"tables/{table.Key}.jsonl",
            table => Encoding.UTF8.GetBytes(table.Value)
        );
        var blobs = await BlobsAsync(office, tables.Values, cancellation);

        var entries = contents
            .Select(one => new BackupEntry(one.Key, BlobVault.HashOf(one.Value), one.Value.Length))
            .ToList();
        foreach (var blob in blobs)
            entries.Add(await DescribeAsync(blob, cancellation));
        entries.Sort((one, other) => string.CompareOrdinal(one.Name, other.Name));
        var manifest = new BackupManifest(
            BackupManifest.CurrentFormat,
            office.Unit,
            office.Year,
            clock.GetUtcNow(),
            head.Sequence,
            head.Hash,
            entries
        );
        await using var archive = await ZipArchive.CreateAsync(
            target,
            ZipArchiveMode.Create,
            leaveOpen: true,
            entryNameEncoding: null,
            cancellation
        );
        await AddAsync(archive, BackupManifest.Name, new MemoryStream(SakipJson.Bytes(manifest)), cancellation);
        foreach (var entry in entries)
        {
            await using var content = contents.TryGetValue(entry.Name, out var text)
                ? new MemoryStream(text)
                : await Client(entry.Name).OpenReadAsync(cancellationToken: cancellation);
            await AddAsync(archive, entry.Name, content, cancellation);
        }

        return manifest;
    }

    // Every decision writes its intent first: when neither intents nor the chain moved meanwhile, no decision came between.
    private async Task<(SortedDictionary<string, string> Tables, AuditHead Head)> TablesAsync(
        OfficeYear office,
        YearRows rows,
        CancellationToken cancellation
    )
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var before = await MovementAsync(rows, cancellation);
            var tables = new SortedDictionary<string, string>(StringComparer.Ordinal);
            foreach (var table in storage.Tables)
            {
                var lines = (await rows.ReadAsync(table, cancellation)).Select(RowJson.Write).ToArray();
                if (lines.Length > 0)
                    tables[table.Name] = string.Join('\n', lines) + "\n";
            }

            var head = await chains.HeadAsync(office, cancellation);
            if (before == await MovementAsync(rows, cancellation))
                return (tables, head);
        }

        throw new RecoveryException(
            "Data berubah terus selama dicadangkan. Coba lagi saat lebih sepi, atau hentikan aplikasi dahulu."
        );
    }

    private async Task<string> MovementAsync(YearRows rows, CancellationToken cancellation)
    {
        var seen = new StringBuilder();
        foreach (var table in (TableClient[])[storage.Intents, storage.Audit])
        {
            foreach (var row in await rows.ReadAsync(table, cancellation))
                seen.Append(row.RowKey).Append(row.ETag).Append('\n');
        }

        return seen.ToString();
    }

    // Every SHA-256 in a row may be the name of a blob, and so may those inside the snapshots that are found.
    private async Task<SortedSet<string>> BlobsAsync(
        OfficeYear office,
        IEnumerable<string> tables,
        CancellationToken cancellation
    )
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        var known = new HashSet<string>(StringComparer.Ordinal);
        var next = tables.SelectMany(Fingerprints.In).Where(known.Add).ToArray();
        while (next.Length > 0)
        {
            var named = new System.Collections.Concurrent.ConcurrentBag<string>();
            var options = new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellation };
            await System.Threading.Tasks.Parallel.ForEachAsync(
                next,
                options,
                async (hash, token) =>
                {
                    foreach (
                        var container in (BlobContainerClient[])[storage.Documents, storage.Snapshots, storage.Evidence]
                    )
                    {
                        if (!await container.GetBlobClient(hash).ExistsAsync(token))
                            continue;
                        lock (found)
                            found.Add($"{container.Name}/{hash}");
                        if (container.Name != storage.Snapshots.Name)
                            continue;
                        var snapshot = await container.GetBlobClient(hash).DownloadContentAsync(token);
                        foreach (var further in Fingerprints.In(snapshot.Value.Content.ToString()))
                            named.Add(further);
                    }
                }
            );
            next = [.. named.Where(known.Add)];
        }

        foreach (var container in (BlobContainerClient[])[storage.Anchors, storage.Evidence])
        {
            await foreach (
                var blob in container.GetBlobsAsync(
                    BlobTraits.None,
                    BlobStates.None,
                    FormattableString.Invariant($"{office.Unit}/{office.Year}/"),
                    cancellation
                )
            )
            {
                found.Add($"{container.Name}/{blob.Name}");
            }
        }

        return found;
    }

    private async Task<BackupEntry> DescribeAsync(string name, CancellationToken cancellation)
    {
        var client = Client(name);
        var properties = (await client.GetPropertiesAsync(cancellationToken: cancellation)).Value;
        await using var content = await client.OpenReadAsync(cancellationToken: cancellation);
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation));
        var metadata =
            properties.Metadata.Count == 0
                ? null
                : new SortedDictionary<string, string>(properties.Metadata, StringComparer.Ordinal);
        return new BackupEntry(name, hash, properties.ContentLength, properties.ContentType, metadata);
    }

    private BlobClient Client(string entry)
    {
        var slash = entry.IndexOf('/', StringComparison.Ordinal);
        return storage
            .Containers.Single(container => container.Name == entry[..slash])
            .GetBlobClient(entry[(slash + 1)..]);
    }

    private static async Task AddAsync(ZipArchive archive, string name, Stream content, CancellationToken cancellation)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = EntryTime;
        await using var target = await entry.OpenAsync(cancellation);
        await content.CopyToAsync(target, cancellation);
    }
}
