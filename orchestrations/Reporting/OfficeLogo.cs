using Azure.Data.Tables;
using Sakip.Documents;
using Sakip.Kernel;
using Sakip.Storage;

namespace Sakip.Reporting;

/// <summary>The office's own emblem for its documents' covers, kept per year.</summary>
internal sealed class OfficeLogo(OfficeStorage storage, BlobVault vault, Dispatcher dispatcher, TimeProvider clock)
{
    public const int LargestUpload = 2 * 1024 * 1024;
    private const string Key = "logo";

    /// <summary>Cleans and keeps a picture. False when it is no PNG or JPEG.</summary>
    public async Task<bool> KeepAsync(OfficeYear office, byte[] upload, Actor by, CancellationToken cancellation)
    {
        if (upload.Length > LargestUpload || ImageFiles.Clean(upload) is not { } picture)
            return false;
        var hash = await vault.KeepDocumentAsync(picture, "image/png", cancellation);
        var now = clock.GetUtcNow();
        // Told before it is done: no picture comes onto covers without a trace.
        var change = new SubjectChange(
            new PlanSubject(office),
            FormattableString.Invariant($"logo:{now.Ticks}"),
            now
        ).By(by, AuditAction.ReplaceLogo, hash);
        await dispatcher.CommitAsync(change, null, cancellation);
        await storage.Years.UpsertEntityAsync(
            new RecordRow
            {
                PartitionKey = Keys.Partition(office),
                RowKey = Key,
                Kind = "logo",
                Hash = hash,
                At = now,
            },
            TableUpdateMode.Replace,
            cancellation
        );
        return true;
    }

    /// <summary>The picture; null while the office has none.</summary>
    public async Task<byte[]?> FindAsync(OfficeYear office, CancellationToken cancellation) =>
        await storage.Years.FindAsync<RecordRow>(Keys.Partition(office), Key, cancellation) is { } row
            ? await vault.DocumentAsync(row.Hash, cancellation)
            : null;
}
