using System.Collections.Concurrent;
using System.Diagnostics;
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
    private const int LargestSnapshot = 256 * 1024;
    private const int MostRemembered = 64 * 1024 * 1024;

    /// <summary>How long a process may know what another one has deleted.</summary>
    public static readonly TimeSpan LongestRemembered = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, (byte[] Content, long Read)> _snapshots = [];
    private int _remembered;

    public Task<string> KeepDocumentAsync(
        ReadOnlyMemory<byte> content,
        string contentType,
        CancellationToken cancellation
    ) => KeepAsync(storage.Documents, content, contentType, cancellation);

    public async Task<string> KeepSnapshotAsync(ReadOnlyMemory<byte> json, CancellationToken cancellation)
    {
        var hash = await KeepAsync(storage.Snapshots, json, "application/json", cancellation);
        Remember(hash, json.ToArray());
        return hash;
    }

    public Task<byte[]> DocumentAsync(string hash, CancellationToken cancellation) =>
        ReadAsync(storage.Documents, hash, cancellation);

    /// <summary>The snapshot of a hash; what was read before is kept in memory, since it never changes.</summary>
    public async Task<byte[]> SnapshotAsync(string hash, CancellationToken cancellation)
    {
        if (_snapshots.TryGetValue(hash, out var known) && Stopwatch.GetElapsedTime(known.Read) < LongestRemembered)
        {
            return known.Content;
        }

        var content = await ReadAsync(storage.Snapshots, hash, cancellation);
        Remember(hash, content);
        return content;
    }

    /// <summary>Deletes a snapshot for good: also whoever remembers it here forgets it.</summary>
    public async Task EraseSnapshotAsync(string hash, CancellationToken cancellation)
    {
        await storage.Snapshots.GetBlobClient(hash).DeleteIfExistsAsync(cancellationToken: cancellation);
        if (_snapshots.TryRemove(hash, out var known))
            Interlocked.Add(ref _remembered, -known.Content.Length);
        Erased?.Invoke(hash);
    }

    /// <summary>Tells who remembers what was made from a snapshot that it is gone.</summary>
    public event Action<string>? Erased;

    /// <summary>Reads the stored snapshot itself, past what is remembered, and checks it against its name.</summary>
    /// <exception cref="InvalidDataException">The stored bytes are not those that the name says.</exception>
    public Task ProveSnapshotAsync(string hash, CancellationToken cancellation) =>
        ReadAsync(storage.Snapshots, hash, cancellation);

    public static string HashOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private void Remember(string hash, byte[] content)
    {
        if (content.Length > LargestSnapshot)
            return;
        var isNew = !_snapshots.ContainsKey(hash);
        _snapshots[hash] = (content, Stopwatch.GetTimestamp());
        if (!isNew)
            return;
        if (Interlocked.Add(ref _remembered, content.Length) < MostRemembered)
            return;
        _snapshots.Clear();
        Interlocked.Exchange(ref _remembered, 0);
    }

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
