using Sakip.Agreements;
using Sakip.Approvals;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Signing;
using Sakip.Storage;

namespace Sakip.Reporting;

/// <summary>What anybody may know of a signed document: no drafts, no notes, no identity numbers.</summary>
internal sealed record PublicDocument
{
    public required string Title { get; init; }

    public required string FileName { get; init; }

    public required string Office { get; init; }

    /// <summary>Hash of the latest file of the matter.</summary>
    public required string Hash { get; init; }

    /// <summary>In words: in force, superseded, not yet in force.</summary>
    public required string Standing { get; init; }

    public required bool IsInForce { get; init; }

    /// <summary>The file itself may be fetched: both parties have signed it, or it is published.</summary>
    public required bool IsPublic { get; init; }

    public required IReadOnlyList<SignatureRecord> Signatures { get; init; }

    public required VerificationResult Check { get; init; }
}

/// <summary>Finds a signed document by its hash, or by the first digits of it that a code carries.</summary>
internal sealed class PublicDocuments(
    OfficeStorage storage,
    BlobVault vault,
    PlanStore plans,
    DocumentRegister register,
    AgreementOverview agreements,
    SignatureVerifier verifier
)
{
    public async Task<PublicDocument?> FindAsync(string hash, CancellationToken cancellation)
    {
        if (await register.FindAsync(hash, cancellation) is not { Subject: var subject })
            return null;
        var plan = await plans.FindPlanAsync(subject.Office, cancellation);
        var state = await storage.Subjects.FindAsync<StateRow>(Keys.Partition(subject), RowKeys.State, cancellation);
        if (plan is null || state is not { Hash: { } latest, Body: { } body })
            return null;
        var document = SakipJson.Read<DocumentState>(body);
        // A signature that lost to another decision, or to a new draft, is nobody's document.
        if (document.Signatures.Count == 0)
            return null;
        var (standing, isInForce, isPublic) = await StandingAsync(subject, state, cancellation);
        return new PublicDocument
        {
            Title = TitleOf(plan, subject),
            FileName = DocumentNames.PdfOf(subject),
            Office = plan.Unit.Name,
            Hash = latest,
            Standing = standing,
            IsInForce = isInForce,
            IsPublic = isPublic,
            Signatures = document.Signatures,
            Check = verifier.Known(latest) ?? verifier.VerifyKept(await vault.DocumentAsync(latest, cancellation)),
        };
    }

    private async Task<(string Words, bool IsInForce, bool IsPublic)> StandingAsync(
        Subject subject,
        StateRow state,
        CancellationToken cancellation
    )
    {
        if (subject is not AgreementSubject agreement)
        {
            return state.State is "Published" or "Signed"
                ? ("Telah ditandatangani dan diterbitkan.", true, true)
                : ("Belum diterbitkan.", false, false);
        }

        var all = await agreements.ReadAsync(subject.Office, agreement.Post, cancellation);
        var own = all.FirstOrDefault(view => view.Revision == agreement.Revision);
        var successor = all.FirstOrDefault(view => view.State == AgreementState.InForce);
        return own?.State switch
        {
            AgreementState.InForce => ("Berlaku.", true, true),
            AgreementState.Superseded => (
                $"Sudah digantikan oleh Perjanjian Kinerja Perubahan ke-{successor?.Revision} dan tidak berlaku lagi.",
                false,
                true
            ),
            AgreementState.AwaitingSecondParty => ("Belum berlaku: menunggu tanda tangan pihak kedua.", false, false),
            AgreementState.SignedByBoth => (
                "Ditandatangani kedua pihak; pemberlakuannya sedang dicatat.",
                false,
                false
            ),
            _ => ("Tidak berlaku: naskahnya dikembalikan atau dibatalkan.", false, false),
        };
    }

    private static string TitleOf(OfficePlan plan, Subject subject) =>
        subject switch
        {
            AgreementSubject { Post: not null } agreement => Facts.TitleOf(plan, agreement),
            AgreementSubject { Revision: 0 } => $"Perjanjian Kinerja Tahun {subject.Year}",
            AgreementSubject { Revision: var revision } =>
                $"Perjanjian Kinerja Perubahan ke-{revision} Tahun {subject.Year}",
            _ => $"Laporan Kinerja (LKjIP) Tahun {subject.Year}",
        };
}
