using Azure;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Logging;
using Sakip.Kernel;
using Sakip.Storage;

namespace Sakip.Audit;

/// <summary>
/// Seals, once in an account, the chains that an earlier release wrote without seals. A mark whose name only the key
/// gives says that this was done: a chain without seals that turns up later is no old one.
/// </summary>
internal sealed partial class AuditStart(OfficeStorage storage, AuditBook book, AuditSeal seal, ILogger<AuditStart> log)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        foreach (var mark in seal.StartMarks())
        {
            if (await storage.Anchors.GetBlobClient(Name(mark)).ExistsAsync(cancellation))
                return;
        }

        foreach (var office in await book.ChainsAsync(cancellation))
        {
            if (await book.SealOldFormAsync(office, cancellation) is { IsIntact: false } broken)
                LogBroken(office.Unit, office.Year, broken.FirstBroken!.Value, broken.Flaw!.Value);
        }

        try
        {
            await storage
                .Anchors.GetBlobClient(Name(seal.StartMarks().First()))
                .UploadAsync(
                    BinaryData.FromString("{}"),
                    new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } },
                    cancellation
                );
        }
        catch (RequestFailedException failure) when (failure.Status is 409 or 412)
        {
            // Another process of the app started at the same time.
        }
    }

    private static string Name(string mark) => $"start-{mark}.json";

    [LoggerMessage(
        EventIds.AuditChainBroken,
        LogLevel.Error,
        "The audit chain of {Unit} {Year} is broken at entry {Sequence} ({Flaw}) and was not sealed: run audit verify."
    )]
    private partial void LogBroken(string unit, int year, long sequence, AuditFlaw flaw);
}
