using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Sakip.Audit;
using Sakip.Storage;

namespace Sakip.Commands;

/// <summary>Checks the audit chain of every year of every office in a data folder's storage.</summary>
internal static class AuditCheck
{
    /// <returns>0 when every chain is whole, 1 when one is broken.</returns>
    public static async Task<int> RunAsync(CommandLine line, TextWriter output, CancellationToken cancellation)
    {
        var isWhole = true;
        foreach (var folder in line.Folders(Path.Combine("azurite", "process.json")))
        {
            output.WriteLine($"{folder}:");
            isWhole &= await CheckAsync(folder, output, cancellation);
        }

        return isWhole ? 0 : 1;
    }

    private static async Task<bool> CheckAsync(string folder, TextWriter output, CancellationToken cancellation)
    {
        await using var storage = await FolderStorage.OpenAsync(folder, cancellation);
        return await VerifyAsync(storage.ConnectionString, output, cancellation);
    }

    private static async Task<bool> VerifyAsync(string connection, TextWriter output, CancellationToken cancellation)
    {
        var storage = new OfficeStorage(new TableServiceClient(connection), new BlobServiceClient(connection));
        var book = new AuditBook(storage);
        var isWhole = true;
        foreach (var (unit, year) in await book.ChainsAsync(cancellation))
        {
            var verdict = await book.VerifyAsync(unit, year, cancellation);
            output.WriteLine($"{(verdict.IsIntact ? "✓" : "✗")} {verdict.Explanation}");
            isWhole &= verdict.IsIntact;
        }

        return isWhole;
    }
}
