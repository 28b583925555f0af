using Sakip.Agreements;
using Sakip.Audit;
using Sakip.Signing;
using Sakip.Storage;

namespace Sakip.Commands;

/// <summary>Checks the audit chain of every year of every office in a data folder's storage, and its signed agreements.</summary>
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
        await using var session = await StorageSession.OpenAsync(folder, cancellation);
        var book = new AuditBook(session.Storage);
        var proof = new AgreementProof(
            session.Storage, new BlobVault(session.Storage), book,
            new SignatureVerifier([TrustAnchor.Trial], TimeProvider.System));
        var isWhole = true;
        foreach (var (unit, year) in await book.ChainsAsync(cancellation))
        {
            var verdict = await book.VerifyAsync(unit, year, cancellation);
            output.WriteLine($"{(verdict.IsIntact ? "✓" : "✗")} {verdict.Explanation}");
            isWhole &= verdict.IsIntact;
            foreach (var agreement in await proof.VerifyAsync(unit, year, cancellation))
            {
                output.WriteLine($"  {(agreement.IsIntact ? "✓" : "✗")} {agreement.Explanation}");
                isWhole &= agreement.IsIntact;
            }
        }

        return isWhole;
    }
}
