using Sakip.Agreements;
using Sakip.Kernel;
using Sakip.Signing;
using Sakip.Storage;

namespace Sakip.Commands;

/// <summary>Checks the audit chain of every year of every office in a data folder or an account, and its signed agreements.</summary>
internal static class AuditCheck
{
    /// <returns>0 when every chain is whole, 1 when one is broken.</returns>
    public static async Task<int> RunAsync(CommandLine line, TextWriter output, CancellationToken cancellation)
    {
        if (line.Value("--account") is { } account)
        {
            await using var session = await StorageSession.OpenAsync(line, isNew: false, cancellation);
            output.WriteLine($"{account}:");
            return await CheckAsync(session, output, cancellation) ? 0 : 1;
        }

        var isWhole = true;
        foreach (var folder in line.Folders(Path.Combine("azurite", "process.json")))
        {
            output.WriteLine($"{folder}:");
            await using var session = await StorageSession.OpenAsync(folder, cancellation);
            isWhole &= await CheckAsync(session, output, cancellation);
        }

        return isWhole ? 0 : 1;
    }

    /// <summary>Lets a chain go on whose head row was damaged; what else is broken stays found.</summary>
    /// <returns>0 when the chain is whole now, else 1.</returns>
    public static async Task<int> SealAsync(CommandLine line, TextWriter output, CancellationToken cancellation)
    {
        var (unit, year) = (line.Need("--unit"), line.Year());
        await using var session = await StorageSession.OpenAsync(line, isNew: false, cancellation);
        var verdict = await session.Book().SealAgainAsync(new OfficeYear(unit, year), cancellation);
        output.WriteLine($"{(verdict.IsIntact ? "✓" : "✗")} {verdict.Explanation}");
        return verdict.IsIntact ? 0 : 1;
    }

    private static async Task<bool> CheckAsync(
        StorageSession session,
        TextWriter output,
        CancellationToken cancellation
    )
    {
        var book = session.Book();
        var proof = new AgreementProof(
            session.Storage,
            new BlobVault(session.Storage),
            book,
            new SignatureVerifier(session.Anchors(), TimeProvider.System)
        );
        var isWhole = true;
        foreach (var office in await book.ChainsAsync(cancellation))
        {
            var verdict = await book.VerifyAsync(office, cancellation);
            output.WriteLine($"{(verdict.IsIntact ? "✓" : "✗")} {verdict.Explanation}");
            isWhole &= verdict.IsIntact;
            foreach (var agreement in await proof.VerifyAsync(office, cancellation))
            {
                output.WriteLine($"  {(agreement.IsIntact ? "✓" : "✗")} {agreement.Explanation}");
                isWhole &= agreement.IsIntact;
            }
        }

        return isWhole;
    }
}
