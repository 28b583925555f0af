using Sakip.Audit;
using Sakip.Kernel;
using Sakip.Signing;
using Sakip.Storage;

namespace Sakip.Agreements;

/// <summary>What a check of one signed agreement found; null is sound.</summary>
/// <param name="Post">The post whose agreement it is; null for the office's own.</param>
internal sealed record AgreementVerdict(int Revision, string? Flaw, string? Post = null)
{
    public bool IsIntact => Flaw is null;

    /// <summary>One sentence for the auditor.</summary>
    public string Explanation =>
        Flaw is null
            ? $"Perjanjian kinerja {NameOf()} utuh: berkas, data, dan catatan auditnya sama."
            : $"Perjanjian kinerja {NameOf()} TIDAK utuh: {Flaw}";

    private string NameOf() =>
        (Revision == 0 ? "awal" : FormattableString.Invariant($"perubahan ke-{Revision}"))
        + (Post is null ? "" : $" jabatan {Post}");
}

/// <summary>
/// Proves that agreements in force are what was signed: file and data have the hashes that name them, the audit chain
/// has the same hashes, and every signature in the file holds.
/// </summary>
internal sealed class AgreementProof(OfficeStorage storage, BlobVault vault, AuditBook book, SignatureVerifier verifier)
{
    private const string Action = nameof(AuditAction.PutAgreementInForce);

    /// <summary>The audit note that names the agreement's data. Its letters hide no telephone number to a mask.</summary>
    internal static string NoteOf(string snapshotHash) =>
        "data:"
        + string.Join(
            '.',
            Convert.ToHexStringLower(Convert.FromHexString(snapshotHash)).Chunk(8).Select(part => new string(part))
        );

    public async Task<IReadOnlyList<AgreementVerdict>> VerifyAsync(OfficeYear office, CancellationToken cancellation)
    {
        var logged = new Dictionary<string, AuditIntent>(StringComparer.Ordinal);
        await foreach (var entry in book.ReadAsync(office, cancellation))
        {
            if (entry.Intent.Action == Action)
                logged[entry.Intent.Entity] = entry.Intent;
        }

        var verdicts = new List<AgreementVerdict>();
        await foreach (
            var row in storage.Years.UnderAsync<RecordRow>(
                Keys.Partition(office),
                AgreementRecords.Prefix,
                cancellation
            )
        )
        {
            var revision = int.Parse(
                row.RowKey[AgreementRecords.Prefix.Length..],
                System.Globalization.CultureInfo.InvariantCulture
            );
            logged.TryGetValue(new AgreementSubject(office, revision).InstanceId, out var intent);
            verdicts.Add(new AgreementVerdict(revision, await FlawOfAsync(row, intent, cancellation)));
        }

        await foreach (
            var row in storage.Years.UnderAsync<RecordRow>(
                Keys.Partition(office),
                AgreementRecords.PostPrefix,
                cancellation
            )
        )
        {
            var (post, revision) = AgreementRecords.PostOf(row);
            logged.TryGetValue(new AgreementSubject(office, revision, post).InstanceId, out var intent);
            verdicts.Add(new AgreementVerdict(revision, await FlawOfAsync(row, intent, cancellation), post));
        }

        return verdicts;
    }

    private async Task<string?> FlawOfAsync(RecordRow row, AuditIntent? logged, CancellationToken cancellation)
    {
        var record = SakipJson.Read<AgreementRecord>(row.Body!);
        if (record.DocumentHash != row.Hash)
            return "baris tabelnya telah diubah.";
        try
        {
            var pdf = await vault.DocumentAsync(record.DocumentHash, cancellation);
            await vault.ProveSnapshotAsync(record.SnapshotHash, cancellation);
            if (
                record.Signatures.All(signature => signature.Method != nameof(SignatureMethod.WetInk))
                && verifier.Verify(pdf).Signatures is var signatures
                && (signatures.Count != record.Signatures.Count || signatures.Any(signature => !signature.IsSound))
            )
            {
                return "tanda tangan dalam berkasnya tidak sah.";
            }
        }
        catch (InvalidDataException)
        {
            return "isi berkas atau datanya berbeda dari sidik jarinya.";
        }
        catch (Azure.RequestFailedException failure) when (failure.Status == 404)
        {
            return "berkas atau datanya hilang.";
        }

        // An agreement that has just come into force reaches the chain with the next sweep.
        if (logged is null)
            return null;
        return
            logged.DocumentHash == record.DocumentHash
            && (logged.Note is null || logged.Note == NoteOf(record.SnapshotHash))
            ? null
            : "sidik jarinya berbeda dari jejak audit.";
    }
}
