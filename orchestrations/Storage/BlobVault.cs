using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Sakip.Storage;

/// <summary>
/// Content-addressed blobs: the name is the SHA-256, a blob is created once and never overwritten or deleted, and what
/// is read back is checked against its name.
/// </summary>
public sealed class BlobVault(OfficeStorage storage)
{
    public Task<string> KeepDocumentAsync(ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellation) =>
        KeepAsync(storage.Documents, content, contentType, cancellation);

    public Task<string> KeepSnapshotAsync(ReadOnlyMemory<byte> json, CancellationToken cancellation) =>
        KeepAsync(storage.Snapshots, json, "application/json", cancellation);

    public Task<byte[]> DocumentAsync(string hash, CancellationToken cancellation) =>
        ReadAsync(storage.Documents, hash, cancellation);

    public Task<byte[]> SnapshotAsync(string hash, CancellationToken cancellation) =>
        ReadAsync(storage.Snapshots, hash, cancellation);

    public static string HashOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static async Task<string> KeepAsync(
        BlobContainerClient container, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellation)
    {
        var hash = HashOf(content.Span);
        try
        {
            await container.GetBlobClient(hash).UploadAsync(
                BinaryData.FromBytes(content),
                new BlobUploadOptions
                {
                    HttpHeaders = new BlobHttpHeaders { ContentType = contentType },
                    Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
                },
                cancellation);
        }
        catch (RequestFailedException failure) when (failure.Status is 409 or 412)
        {
            // The same bytes are already kept under this name.
        }

        return hash;
    }

    private static async Task<byte[]> ReadAsync(
        BlobContainerClient container, string hash, CancellationToken cancellation)
    {
        var answer = await container.GetBlobClient(hash).DownloadContentAsync(cancellation);
        var content = answer.Value.Content.ToArray();
        return HashOf(content) == hash
            ? content
            : throw new InvalidDataException($"Blob {hash} does not have the content that its name says.");
    }
}
