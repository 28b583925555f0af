using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs.Models;
using Sakip.Kernel;
using Sakip.Storage;

namespace Sakip.Audit;

/// <summary>
/// The anchors of a chain: a blob for each head, created only and never overwritten. Those with a seal end in
/// <c>.sealed.json</c>; those of an earlier release in <c>.json</c>.
/// </summary>
internal sealed class AuditAnchors(OfficeStorage storage, AuditSeal seal)
{
    private const int Parallel = 16;
    private const string Sealed = ".sealed.json";
    private const string Plain = ".json";

    /// <exception cref="AuditRefusedException">Another genuine head has that number.</exception>
    public async Task PutAsync(OfficeYear office, SealedHead head, CancellationToken cancellation)
    {
        var name = Prefix(office) + head.Sequence.ToString("D10", CultureInfo.InvariantCulture) + Sealed;
        try
        {
            await storage
                .Anchors.GetBlobClient(name)
                .UploadAsync(
                    BinaryData.FromBytes(SakipJson.Bytes(head)),
                    new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } },
                    cancellation
                );
        }
        catch (RequestFailedException failure) when (failure.Status is 409 or 412)
        {
            // The same head was anchored before a crash. What only lies there without a seal proves nothing; the check names it.
            var standing = (await ReadAsync(office, name, cancellation)).Head;
            if (standing is not null && seal.IsGenuine(standing) && standing.Head() != head.Head())
                throw new AuditRefusedException(office, head.Sequence, AuditFlaw.AnchorDiffers);
        }
    }

    public async Task<IReadOnlyList<AuditAnchor>> AllAsync(OfficeYear office, CancellationToken cancellation)
    {
        var found = new ConcurrentBag<AuditAnchor>();
        await System.Threading.Tasks.Parallel.ForEachAsync(
            await NamesAsync(office, cancellation),
            new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellation },
            async (name, token) => found.Add(await ReadAsync(office, name, token))
        );
        return [.. found.OrderBy(anchor => anchor.Name, StringComparer.Ordinal)];
    }

    /// <summary>Looks whether a head may be the end of its chain, as far as anchors tell.</summary>
    /// <returns>What is wrong; null where nothing is.</returns>
    public async Task<AuditFlaw?> ContradictionAsync(OfficeYear office, AuditHead head, CancellationToken cancellation)
    {
        foreach (var name in await NamesAsync(office, cancellation))
        {
            if (NumberOf(office, name) is not { } number || number < head.Sequence)
                continue;
            var anchor = await ReadAsync(office, name, cancellation);
            if (
                anchor.Head is not { } anchored
                || anchored.Sequence != number
                || anchored.Chain != head.Chain
                || !seal.IsGenuine(anchored)
            )
            {
                continue;
            }

            if (number > head.Sequence)
                return AuditFlaw.Missing;
            if (anchored.Hash != head.Hash)
                return AuditFlaw.AnchorDiffers;
        }

        return null;
    }

    private async Task<IReadOnlyList<string>> NamesAsync(OfficeYear office, CancellationToken cancellation)
    {
        var names = new List<string>();
        await foreach (
            var blob in storage.Anchors.GetBlobsAsync(BlobTraits.None, BlobStates.None, Prefix(office), cancellation)
        )
        {
            names.Add(blob.Name);
        }

        return names;
    }

    private async Task<AuditAnchor> ReadAsync(OfficeYear office, string name, CancellationToken cancellation)
    {
        var isOldForm = !name.EndsWith(Sealed, StringComparison.Ordinal);
        var content = await storage.Anchors.GetBlobClient(name).DownloadContentAsync(cancellation);
        try
        {
            return new AuditAnchor(
                name,
                NumberOf(office, name),
                isOldForm,
                SakipJson.Read<SealedHead>(content.Value.Content)
            );
        }
        catch (JsonException)
        {
            return new AuditAnchor(name, NumberOf(office, name), isOldForm, Head: null);
        }
    }

    private static long? NumberOf(OfficeYear office, string name)
    {
        var rest = name[Prefix(office).Length..];
        var ending = rest.EndsWith(Sealed, StringComparison.Ordinal) ? Sealed : Plain;
        return
            rest.Length == 10 + ending.Length
            && rest.EndsWith(ending, StringComparison.Ordinal)
            && long.TryParse(rest[..10], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }

    private static string Prefix(OfficeYear office) => FormattableString.Invariant($"{office.Unit}/{office.Year}/");
}
