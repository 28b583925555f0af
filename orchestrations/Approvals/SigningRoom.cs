using Microsoft.Extensions.Options;
using Sakip.Kernel;
using Sakip.Notifications;
using Sakip.Planning;
using Sakip.Signing;
using Sakip.Storage;

namespace Sakip.Approvals;

/// <param name="Hash">Hash of the signed document, which is kept.</param>
internal sealed record SignedInRoom(string Hash, DocumentState State);

/// <summary>
/// Signs the document that a link is about, in the request that carries the consent: with the office's signer, or as ink
/// on paper where pages of a scan come with it. A secret goes no further.
/// </summary>
internal sealed class SigningRoom(
    BlobVault vault,
    IDocumentSigner signer,
    WetInkSigner ink,
    DocumentRegister register,
    IOptions<AppOptions> app
)
{
    /// <summary>Whether the signer's own passphrase is asked for.</summary>
    public bool AsksForPassphrase => signer.Method == SignatureMethod.Bsre;

    /// <exception cref="SigningException">It was not signed; the message is for the signer.</exception>
    public async Task<SignedInRoom> SignAsync(
        OpenedLink link,
        DecisionRequest request,
        DateTimeOffset at,
        CancellationToken cancellation
    )
    {
        var state = SakipJson.Read<DocumentState>(link.State!.Body!);
        var shown = link.Approval.DocumentHash!;
        var isInk = request.Scan.Count > 0;
        var printed = isInk ? state.PaperHash ?? shown : shown;
        var post = PostOf(link, at);
        var signed = await (isInk ? ink : signer).SignAsync(
            new SigningRequest(
                await vault.DocumentAsync(printed, cancellation),
                Signer.Of(link.Bearer, link.Plan.Unit.Code, post),
                link.Policy.Step,
                "Penandatanganan dokumen kinerja",
                link.Plan.Agreement.Place,
                link.Plan.Zone.Local(at)
            )
            {
                Appearance = AppearanceOf(link, state, post, shown),
                Secret = request.Secret,
                Scan = request.Scan,
            },
            cancellation
        );
        var hash = await vault.KeepDocumentAsync(signed.Pdf, "application/pdf", cancellation);
        await register.KeepAsync(link.Subject, shown, cancellation);
        if (printed != shown)
            await register.KeepAsync(link.Subject, printed, cancellation);
        await register.KeepAsync(link.Subject, hash, cancellation);
        var record = new SignatureRecord(link.Bearer.FullName(), post, at, signed.Method.ToString(), hash);
        return new SignedInRoom(
            hash,
            state with
            {
                Signatures = [.. state.Signatures, record],
                // The pages of a scan have no places for blocks.
                Slots = isInk ? [] : state.Slots,
                PaperHash = null,
            }
        );
    }

    private SignatureAppearance? AppearanceOf(OpenedLink link, DocumentState state, string post, string shown)
    {
        if (state.Slots.ElementAtOrDefault(state.Signatures.Count) is not { } slot)
            return null;
        string[] lines = ["Ditandatangani secara elektronik oleh", link.Bearer.FullName(), post];
        var check = new Uri(app.Value.BaseUrl!, "periksa/" + shown[..DocumentRegister.CodeLength]);
        return new SignatureAppearance
        {
            Page = slot.Page,
            X = slot.X,
            Y = slot.Y,
            Width = slot.Width,
            Height = slot.Height,
            Lines = lines,
            QrPayload = check.AbsoluteUri,
        };
    }

    private static string PostOf(OpenedLink link, DateTimeOffset at)
    {
        var directory = new OfficeDirectory(link.Plan);
        var on = link.Plan.Zone.DateAt(at);
        var holder =
            link.Kind == ApprovalKind.SecondPartySignature ? directory.SecondParty(on) : directory.FirstParty(on);
        return holder?.Title ?? "";
    }
}
