using Sakip.Documents;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Signing;
using Sakip.Storage;

namespace Sakip.Agreements;

/// <summary>Prints an agreement to be signed, and keeps what was printed.</summary>
internal sealed class AgreementPapers(BlobVault vault, PdfWriter pdf, SignatureNote note)
{
    private const string Pdf = "application/pdf";

    public async Task<(string Hash, DocumentState Document)> KeepAsync(
        OfficePlan plan,
        AgreementSnapshot snapshot,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var result = pdf.Write(AgreementDocument.Build(plan, snapshot, now, note: note));
        var paper =
            note.NamesService && plan.Agreement.AllowWetInk
                ? pdf.Write(AgreementDocument.Build(plan, snapshot, now, note: SignatureNote.Paper))
                : null;
        // On the page the second party stands left; the first party signs first.
        List<SignatureSlot> slots = [.. result.Slots.OrderBy(slot => slot.Slot != AgreementDocument.FirstSlot)];
        return (
            await vault.KeepDocumentAsync(result.Bytes, Pdf, cancellation),
            new DocumentState(await vault.KeepSnapshotAsync(SakipJson.Bytes(snapshot), cancellation), slots, [])
            {
                PaperHash = paper is null ? null : await vault.KeepDocumentAsync(paper.Bytes, Pdf, cancellation),
            }
        );
    }
}
