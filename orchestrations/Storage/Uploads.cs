using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;

namespace Sakip.Storage;

/// <summary>Names a file that somebody uploaded, and whose office it is about.</summary>
internal sealed class UploadRow : Row
{
    public const string Partition = "upload";

    public string Hash { get; set; } = "";

    /// <summary>Empty for a file from which no office could be told.</summary>
    public string Unit { get; set; } = "";

    public DateTimeOffset KeptUntil { get; set; }
}

/// <summary>
/// Files as they were uploaded, for their preview. They hold whatever somebody put into them, so none stays: each has a
/// row that names it, an end, and goes when contact data of its office is erased.
/// </summary>
internal sealed class Uploads(OfficeStorage storage, TimeProvider clock)
{
    /// <summary>How long a preview can be gone on with.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    /// <param name="unit">The office that the file is about; null where that is not known yet.</param>
    /// <returns>The file's SHA-256, under which it is found again.</returns>
    public async Task<string> KeepAsync(byte[] file, string? unit, CancellationToken cancellation)
    {
        var hash = BlobVault.HashOf(file);
        // Write the row first, so that every file is named by a row.
        await storage.Requests.UpsertEntityAsync(
            new UploadRow
            {
                PartitionKey = UploadRow.Partition,
                RowKey = Keys.Join(hash, unit ?? ""),
                Hash = hash,
                Unit = unit ?? "",
                KeptUntil = clock.GetUtcNow() + Longest,
            },
            TableUpdateMode.Replace,
            cancellation
        );
        await storage
            .Uploads.GetBlobClient(hash)
            .UploadAsync(
                BinaryData.FromBytes(file),
                new BlobUploadOptions
                {
                    HttpHeaders = new BlobHttpHeaders { ContentType = "application/octet-stream" },
                },
                cancellation
            );
        return hash;
    }

    /// <summary>The file of a hash; null where there is none, or where its time is over.</summary>
    public async Task<byte[]?> FindAsync(string hash, CancellationToken cancellation)
    {
        if (hash.Length != 64 || !hash.All(char.IsAsciiHexDigitLower))
            return null;
        try
        {
            var answer = await storage.Uploads.GetBlobClient(hash).DownloadContentAsync(cancellation);
            var content = answer.Value.Content.ToArray();
            return BlobVault.HashOf(content) == hash ? content : null;
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Deletes what was uploaded about an office, and what nobody knows the office of.</summary>
    public Task<int> EraseAsync(string unit, CancellationToken cancellation) =>
        DeleteAsync(
            TableClient.CreateQueryFilter(
                $"PartitionKey eq {UploadRow.Partition} and (Unit eq {unit} or Unit eq {""})"
            ),
            isApplied: true,
            cancellation
        );

    /// <summary>Deletes what is past its time.</summary>
    public Task<int> SweepAsync(bool isApplied, CancellationToken cancellation) =>
        DeleteAsync(
            TableClient.CreateQueryFilter(
                $"PartitionKey eq {UploadRow.Partition} and KeptUntil lt {clock.GetUtcNow()}"
            ),
            isApplied,
            cancellation
        );

    private async Task<int> DeleteAsync(string filter, bool isApplied, CancellationToken cancellation)
    {
        var rows = new List<UploadRow>();
        await foreach (var row in storage.Requests.QueryAsync<UploadRow>(filter, cancellationToken: cancellation))
        {
            rows.Add(row);
        }

        return await EndAsync(rows, isApplied, cancellation);
    }

    /// <summary>Removes files with the rows that name them.</summary>
    internal async Task<int> EndAsync(IReadOnlyList<UploadRow> rows, bool isApplied, CancellationToken cancellation)
    {
        foreach (var row in isApplied ? rows : [])
        {
            await storage.Uploads.GetBlobClient(row.Hash).DeleteIfExistsAsync(cancellationToken: cancellation);
            await storage.Requests.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellation);
        }

        return rows.Count;
    }
}
