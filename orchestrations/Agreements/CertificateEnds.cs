using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Signing;
using Sakip.Storage;

namespace Sakip.Agreements;

/// <summary>
/// Tells until when the parties' certificates hold. Where the office holds a certificate it is asked; where a service
/// does, the party's newest signature tells.
/// </summary>
internal sealed class CertificateEnds(
    AgreementRecords records,
    BlobVault vault,
    SignatureVerifier verifier,
    SignerStatus signers
)
{
    /// <summary>The parties of whose certificates an end is known.</summary>
    public async Task<IReadOnlyList<(Official Party, DateTimeOffset Until)>> OfAsync(
        OfficeYear office,
        IReadOnlyList<Official> parties,
        CancellationToken cancellation
    )
    {
        var known = new List<(Official, DateTimeOffset)>();
        IReadOnlyList<VerifiedSignature>? made = null;
        foreach (var party in parties)
        {
            var until = signers.ValidUntil(party);
            if (until is null && signers.IsService)
            {
                made ??= await MadeAsync(office, cancellation);
                until = made.LastOrDefault(signature =>
                    signature.StatedName == party.FullName()
                )?.Certificate?.ValidUntil;
            }

            if (until is { } end)
                known.Add((party, end));
        }

        return known;
    }

    private async Task<IReadOnlyList<VerifiedSignature>> MadeAsync(OfficeYear office, CancellationToken cancellation) =>
        await records.ReadAsync(office, cancellation) is [.., var (_, record)]
            ? verifier.Verify(await vault.DocumentAsync(record.DocumentHash, cancellation)).Signatures
            : [];
}
