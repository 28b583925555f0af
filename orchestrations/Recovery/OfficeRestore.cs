using System.IO.Compression;
using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using Sakip.Audit;
using Sakip.Kernel;
using Sakip.Storage;

namespace Sakip.Recovery;

/// <summary>
/// Puts a backup into an account that does not have the year. Everything is checked before anything is written; the row
/// that starts the year comes last, so that a restore that was cut off can be made again.
/// </summary>
internal sealed class OfficeRestore(OfficeStorage storage, AuditBook book)
{
    private const int LargestBatch = 100;
    private const int LargestBatchText = 1024 * 1024;
    private const long LargestEntry = 256L * 1024 * 1024;
    private const int MostEntries = 200_000;

    /// <exception cref="RecoveryException">The archive is damaged, foreign or hostile, or the year is already there.</exception>
    public async Task<BackupManifest> ReadAsync(Stream source, CancellationToken cancellation)
    {
        await using var archive = await OpenAsync(source, cancellation);
        var manifest = await ManifestAsync(archive, cancellation);
        await CheckAsync(archive, manifest, cancellation);
        var rows = new YearRows(storage, manifest.Office);
        if (await rows.StartAsync(cancellation) is not null)
        {
            throw new RecoveryException(
                $"Siklus {manifest.Unit} {manifest.Year} sudah ada di penyimpanan ini. Pulihkan ke penyimpanan yang kosong."
            );
        }

        await storage.CreateAsync(cancellation);
        var tables = await RowsAsync(archive, manifest, rows, cancellation);
        foreach (var entry in manifest.Entries.Where(entry => !IsTable(entry)))
            await KeepAsync(archive, entry, cancellation);
        TableEntity? start = null;
        foreach (var (table, all) in tables)
        {
            start ??= all.FirstOrDefault(rows.IsStart);
            await KeepAsync(table, all.Where(row => !rows.IsStart(row)), cancellation);
        }

        // An archive of an earlier release has no seals; whoever restores it has looked at where it comes from.
        if (await book.SealOldFormAsync(manifest.Office, cancellation) is { IsIntact: false } old)
            throw new RecoveryException(old.Explanation);
        var verdict = await book.VerifyAsync(manifest.Office, cancellation);
        if (verdict.Flaw is AuditFlaw.NotSealed or AuditFlaw.HeadForged or AuditFlaw.AnchorForged)
        {
            throw new RecoveryException(
                $"{verdict.Explanation} Bila kunci audit di sini lain daripada kunci saat dicadangkan, berikan kunci itu dahulu: "
                    + "berkas kunci-audit di folder data, atau Audit__Key dan Audit__FormerKeys__0."
            );
        }

        if (!verdict.IsIntact)
            throw new RecoveryException(verdict.Explanation);
        if (verdict.Head.Sequence != manifest.AuditEntries || verdict.Head.Hash != manifest.AuditHash)
            throw new RecoveryException("Jejak audit yang dipulihkan bukan yang dicadangkan.");
        await storage.Years.UpsertEntityAsync(start!, TableUpdateMode.Replace, cancellation);
        return manifest;
    }

    private static async Task<ZipArchive> OpenAsync(Stream source, CancellationToken cancellation)
    {
        try
        {
            return await ZipArchive.CreateAsync(
                source,
                ZipArchiveMode.Read,
                leaveOpen: true,
                entryNameEncoding: null,
                cancellation
            );
        }
        catch (InvalidDataException)
        {
            throw new RecoveryException("Berkas ini bukan arsip cadangan.");
        }
    }

    private static async Task<BackupManifest> ManifestAsync(ZipArchive archive, CancellationToken cancellation)
    {
        if (archive.GetEntry(BackupManifest.Name) is not { } entry || entry.Length > LargestEntry)
            throw new RecoveryException("Berkas ini bukan arsip cadangan: manifest.json tidak ada.");
        try
        {
            await using var content = await entry.OpenAsync(cancellation);
            using var text = new StreamReader(content);
            var manifest = SakipJson.Read<BackupManifest>(await text.ReadToEndAsync(cancellation));
            return manifest.Format == BackupManifest.CurrentFormat
                ? manifest
                : throw new RecoveryException($"Cadangan bentuk {manifest.Format} tidak dikenal versi aplikasi ini.");
        }
        catch (System.Text.Json.JsonException)
        {
            throw new RecoveryException("manifest.json tidak dapat dibaca.");
        }
    }

    private async Task CheckAsync(ZipArchive archive, BackupManifest manifest, CancellationToken cancellation)
    {
        var told = manifest
            .Entries.Select(entry => entry.Name)
            .Append(BackupManifest.Name)
            .ToHashSet(StringComparer.Ordinal);
        if (
            manifest.Entries.Count > MostEntries
            || archive.Entries.Count != told.Count
            || archive.Entries.Any(entry => !told.Contains(entry.FullName))
        )
        {
            throw new RecoveryException("Isi arsip tidak sama dengan daftar di manifest.json.");
        }

        foreach (var entry in manifest.Entries)
        {
            if (entry.Length > LargestEntry || !IsKnown(entry, manifest))
                throw new RecoveryException($"Arsip berisi {entry.Name}, yang bukan bagian cadangan.");
            var (hash, length) = await HashAsync(archive.GetEntry(entry.Name)!, entry.Length, cancellation);
            if (hash != entry.Sha256 || length != entry.Length)
                throw new RecoveryException($"{entry.Name} rusak: sidik jarinya tidak sama dengan yang dicadangkan.");
        }
    }

    private bool IsKnown(BackupEntry entry, BackupManifest manifest)
    {
        var parts = entry.Name.Split('/');
        if (IsTable(entry))
            return parts.Length == 2 && storage.Tables.Any(table => parts[1] == table.Name + ".jsonl");
        if (
            storage.Containers.All(container => container.Name != parts[0])
            || parts.Any(part => part is "" or "." or "..")
        )
        {
            return false;
        }

        var isAddressed = parts.Length == 2 && Fingerprints.In(parts[1]).SequenceEqual([parts[1]]);
        // What is addressed by its content must have that content.
        if (isAddressed && parts[0] != storage.Evidence.Name)
            return parts[1] == entry.Sha256;
        return isAddressed
            || (
                parts.Length > 3
                && parts[1] == manifest.Unit
                && parts[2] == FormattableString.Invariant($"{manifest.Year}")
            );
    }

    // Reads no further than the length that was told: an archive may unpack to more than it says.
    private static async Task<(string Hash, long Length)> HashAsync(
        ZipArchiveEntry entry,
        long told,
        CancellationToken cancellation
    )
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var content = await entry.OpenAsync(cancellation);
        var buffer = new byte[81920];
        var length = 0L;
        try
        {
            for (int read; length <= told && (read = await content.ReadAsync(buffer, cancellation)) > 0; length += read)
                hash.AppendData(buffer.AsSpan(0, read));
        }
        catch (InvalidDataException)
        {
            throw new RecoveryException($"{entry.FullName} rusak dan tidak dapat dibuka.");
        }

        return (Convert.ToHexStringLower(hash.GetHashAndReset()), length);
    }

    private async Task<IReadOnlyList<(TableClient Table, IReadOnlyList<TableEntity> Rows)>> RowsAsync(
        ZipArchive archive,
        BackupManifest manifest,
        YearRows own,
        CancellationToken cancellation
    )
    {
        var tables = new List<(TableClient, IReadOnlyList<TableEntity>)>();
        foreach (var entry in manifest.Entries.Where(IsTable))
        {
            await using var content = await archive.GetEntry(entry.Name)!.OpenAsync(cancellation);
            using var text = new StreamReader(content);
            var rows = new List<TableEntity>();
            while (await text.ReadLineAsync(cancellation) is { } line)
                rows.Add(RowJson.Read(line));
            if (rows.Any(row => !own.IsOwn(row)))
                throw new RecoveryException($"{entry.Name} berisi baris milik kantor atau tahun lain.");
            tables.Add((storage.Tables.Single(table => entry.Name == $"tables/{table.Name}.jsonl"), rows));
        }

        return tables.Any(table => table.Item2.Any(own.IsStart))
            ? tables
            : throw new RecoveryException("Cadangan tidak berisi baris yang memulai tahunnya.");
    }

    private static async Task KeepAsync(
        TableClient table,
        IEnumerable<TableEntity> rows,
        CancellationToken cancellation
    )
    {
        foreach (var partition in rows.GroupBy(row => row.PartitionKey))
        {
            var batch = new List<TableTransactionAction>();
            var length = 0;
            foreach (var row in partition)
            {
                var text = RowJson.Write(row).Length;
                if (batch.Count == LargestBatch || (batch.Count > 0 && length + text > LargestBatchText))
                {
                    await table.SubmitTransactionAsync(batch, cancellation);
                    (batch, length) = ([], 0);
                }

                batch.Add(new TableTransactionAction(TableTransactionActionType.UpsertReplace, row));
                length += text;
            }

            if (batch.Count > 0)
                await table.SubmitTransactionAsync(batch, cancellation);
        }
    }

    private async Task KeepAsync(ZipArchive archive, BackupEntry entry, CancellationToken cancellation)
    {
        var slash = entry.Name.IndexOf('/', StringComparison.Ordinal);
        var blob = storage
            .Containers.Single(container => container.Name == entry.Name[..slash])
            .GetBlobClient(entry.Name[(slash + 1)..]);
        await using var content = await archive.GetEntry(entry.Name)!.OpenAsync(cancellation);
        try
        {
            await blob.UploadAsync(
                content,
                new BlobUploadOptions
                {
                    HttpHeaders = new BlobHttpHeaders { ContentType = entry.ContentType },
                    Metadata = entry.Metadata?.ToDictionary(),
                    Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
                },
                cancellation
            );
        }
        catch (RequestFailedException taken) when (taken.Status is 409 or 412)
        {
            await using var standing = await blob.OpenReadAsync(cancellationToken: cancellation);
            if (Convert.ToHexStringLower(await SHA256.HashDataAsync(standing, cancellation)) != entry.Sha256)
                throw new RecoveryException($"{entry.Name} sudah ada di penyimpanan ini dengan isi lain.");
        }
    }

    private static bool IsTable(BackupEntry entry) => entry.Name.StartsWith("tables/", StringComparison.Ordinal);
}
