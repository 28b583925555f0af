using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Sakip.Storage;

/// <summary>
/// Content-addressed blobs: the name is the SHA-256, a blob is created once and never overwritten or deleted, and what
/// is read back is checked against its name.
/// </summary>
internal sealed class BlobVault(OfficeStorage storage)
{
    public Task<string> KeepDocumentAsync(
        ReadOnlyMemory<byte> content,
        string contentType,
        CancellationToken cancellation
    ) => KeepAsync(storage.Documents, content, contentType, cancellation);

    public async Task<string> KeepSnapshotAsync(ReadOnlyMemory<byte> json, CancellationToken cancellation)
    {
        var hash = await KeepAsync(storage.Snapshots, json, "application/json", cancellation);
        storage.Memory.Remember(hash, json.ToArray());
        return hash;
    }

    public Task<byte[]> DocumentAsync(string hash, CancellationToken cancellation) =>
        ReadAsync(storage.Documents, hash, cancellation);

    /// <summary>The snapshot of a hash; what was read before is kept in memory, since it never changes.</summary>
    public async Task<byte[]> SnapshotAsync(string hash, CancellationToken cancellation) =>
        (await RememberedAsync(hash, cancellation)).Content;

    /// <summary>The record that a snapshot holds; nobody changes it, since all who ask get the same one.</summary>
    public async Task<T> SnapshotAsync<T>(string hash, Func<byte[], T> read, CancellationToken cancellation)
        where T : class => (await RememberedAsync(hash, cancellation)).As(read);

    /// <summary>Deletes a snapshot for good: this process forgets it, too.</summary>
    public async Task EraseSnapshotAsync(string hash, CancellationToken cancellation)
    {
        await storage.Snapshots.GetBlobClient(hash).DeleteIfExistsAsync(cancellationToken: cancellation);
        storage.Memory.Forget(hash);
    }

    /// <summary>Reads the stored snapshot itself, past what is remembered, and checks it against its name.</summary>
    /// <exception cref="InvalidDataException">The stored bytes are not those that the name says.</exception>
    public Task ProveSnapshotAsync(string hash, CancellationToken cancellation) =>
        ReadAsync(storage.Snapshots, hash, cancellation);

    public static string HashOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private async Task<Snapshot> RememberedAsync(string hash, CancellationToken cancellation) =>
        storage.Memory.Find(hash)
        ?? storage.Memory.Remember(hash, await ReadAsync(storage.Snapshots, hash, cancellation));

    private static async Task<string> KeepAsync(
        BlobContainerClient container,
        ReadOnlyMemory<byte> content,
        string contentType,
        CancellationToken cancellation
    )
    {
        var hash = HashOf(content.Span);
        try
        {
            await container
                .GetBlobClient(hash)
                .UploadAsync(
                    BinaryData.FromBytes(content),
                    new BlobUploadOptions
                    {
                        HttpHeaders = new BlobHttpHeaders { ContentType = contentType },
                        Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
                    },
                    cancellation
                );
        }
        catch (RequestFailedException failure) when (failure.Status is 409 or 412)
        {
            // The same bytes are already kept under this name.
        }

        return hash;
    }

    private static async Task<byte[]> ReadAsync(
        BlobContainerClient container,
        string hash,
        CancellationToken cancellation
    )
    {
        var answer = await container.GetBlobClient(hash).DownloadContentAsync(cancellation);
        var content = answer.Value.Content.ToArray();
        return HashOf(content) == hash
            ? content
            : throw new InvalidDataException($"Blob {hash} does not have the content that its name says.");
    }
}
