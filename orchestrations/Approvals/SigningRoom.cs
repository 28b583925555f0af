using Sakip.Agreements;
using Sakip.Calendar;
using Sakip.Documents;
using Sakip.Planning;
using Sakip.Signing;
using Sakip.Storage;

namespace Sakip.Approvals;

/// <summary>A document on its way through its signers, kept in the subject's state row.</summary>
/// <param name="SnapshotHash">Snapshot of the data that the document was made from.</param>
/// <param name="Slots">Where the signature blocks are, in signing order.</param>
/// <param name="DocxHash">The same document for those who edit, where there is one.</param>
public sealed record DocumentState(
    string SnapshotHash, IReadOnlyList<SignatureSlot> Slots, IReadOnlyList<SignatureRecord> Signatures,
    string? DocxHash = null);

/// <param name="Hash">Hash of the signed document, which is kept.</param>
public sealed record SignedInRoom(string Hash, DocumentState State);

/// <summary>Signs the document that a link is about, in the request that carries the consent. A secret goes no further.</summary>
public sealed class SigningRoom(BlobVault vault, IDocumentSigner signer)
{
    /// <exception cref="SigningException">It was not signed; the message is for the signer.</exception>
    public async Task<SignedInRoom> SignAsync(
        OpenedLink link, SigningSecret? secret, DateTimeOffset at, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(link);
        var state = SakipJson.Read<DocumentState>(link.State!.Body!);
        var pdf = await vault.DocumentAsync(link.Approval.DocumentHash!, cancellation);
        var post = PostOf(link, at);
        var slot = state.Slots.ElementAtOrDefault(state.Signatures.Count);
        string[] lines = ["Ditandatangani secara elektronik oleh", link.Bearer.FullName(), post];
        var signed = await signer.SignAsync(
            new SigningRequest(
                pdf, new Signer(link.Bearer.Code, link.Bearer.FullName(), post), link.Policy.Step,
                "Penandatanganan dokumen kinerja", link.Plan.Agreement.Place, at.ToOffset(OfficeTime.Offset))
            {
                Appearance = slot is null
                    ? null
                    : new SignatureAppearance(slot.Page, slot.X, slot.Y, slot.Width, slot.Height, lines),
                Secret = secret,
            },
            cancellation);
        var hash = await vault.KeepDocumentAsync(signed.Pdf, "application/pdf", cancellation);
        var record = new SignatureRecord(link.Bearer.FullName(), post, at, signed.Method.ToString());
        return new SignedInRoom(hash, state with { Signatures = [.. state.Signatures, record] });
    }

    private static string PostOf(OpenedLink link, DateTimeOffset at)
    {
        var directory = new OfficeDirectory(link.Plan);
        var on = OfficeTime.DateAt(at);
        var holder = link.Kind == ApprovalKind.SecondPartySignature ? directory.SecondParty(on) : directory.FirstParty(on);
        return holder?.Title ?? "";
    }
}
