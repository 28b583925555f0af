using Sakip.Approvals;
using Sakip.Collection;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Components;
using Sakip.Storage;

namespace Sakip.Functions.Approvals;

/// <summary>A decision that stands: what, by whom, when.</summary>
internal sealed record DecidedView
{
    public required string Title { get; init; }

    public required string Office { get; init; }

    public required string Recorded { get; init; }

    public required string By { get; init; }

    public required string At { get; init; }

    public required string? Note { get; init; }

    public required string? DocumentHash { get; init; }

    public required bool IsOther { get; init; }

    public required string Next { get; init; }

    public string? DocumentUrl { get; init; }

    /// <summary>How many more of the same kind wait for the bearer, and the page that decides them together.</summary>
    public (int Count, string Url)? Others { get; init; }

    /// <summary>Whether the sender may take the report back, or has.</summary>
    public TakeBack TakeBack { get; init; }

    /// <summary>The sender wanted it back and did not get it: its head was faster, or has not been asked yet.</summary>
    public bool IsNotTakenBack { get; init; }

    /// <summary>Address of the link, to which that form goes.</summary>
    public string Url { get; init; } = "";

    /// <summary>Hidden in the form by which it is taken back.</summary>
    public string ActionToken { get; init; } = "";

    /// <summary>What was sent.</summary>
    public IReadOnlyList<PageTable> Tables { get; init; } = [];

    public static DecidedView Of(OpenedLink link, bool isOther)
    {
        ClaimRow claim = link.Claim!;
        var decision = Enum.Parse<Decision>(claim.Decision);
        var isTakenBack = claim.Note == TakeBackDesk.Note && claim.By != link.Bearer.Code;
        return new DecidedView
        {
            Title =
                isOther ? "Sudah diputuskan"
                : isTakenBack ? "Laporan ditarik kembali"
                : TitleOf(link.Kind, decision),
            Office = link.Plan.Unit.Name,
            Recorded = PageWords.Of(decision),
            By = claim.ByName,
            At = PageWords.Moment(claim.At),
            Note = claim.Note,
            DocumentHash = claim.ResultHash ?? claim.DocumentHash,
            IsOther = isOther,
            Next = isTakenBack
                ? "Pengirimnya memperbaikinya lebih dahulu. Bila dikirim kembali, Anda menerima tautan yang baru."
                : NextOf(link.Kind, decision),
        };
    }

    private static string TitleOf(ApprovalKind kind, Decision decision) =>
        (kind, decision) switch
        {
            (ApprovalKind.ReportSubmission, _) => "Laporan terkirim",
            (ApprovalKind.Narrative, _) => "Narasi terkirim",
            (_, Decision.Signed) => "Dokumen ditandatangani",
            _ => "Keputusan tercatat",
        };

    private static string NextOf(ApprovalKind kind, Decision decision) =>
        (kind, decision) switch
        {
            (_, Decision.Returned) => "Pengirimnya menerima surel dengan catatan Anda untuk memperbaikinya.",
            (ApprovalKind.ReportSubmission, _) =>
                "Kepala sub-unit menerima surel untuk menyetujuinya. Bila dikembalikan, Anda menerima surel beserta catatannya.",
            (ApprovalKind.ReportApproval, _) => "Verifikator menerima surel untuk memeriksanya.",
            (ApprovalKind.AgreementCheck, _) => "Pihak pertama menerima surel untuk menandatanganinya.",
            (ApprovalKind.FirstPartySignature, _) => "Pihak kedua menerima surel untuk menandatanganinya.",
            (ApprovalKind.SecondPartySignature, _) => "Perjanjian kinerja mulai berlaku; kedua pihak menerima surel.",
            (ApprovalKind.AnnualReview, _) => "Kepala kantor menerima surel untuk menandatangani laporan.",
            (ApprovalKind.AnnualSignature, _) => "Laporan diterbitkan; yang berkepentingan menerima surel.",
            _ => "Langkah berikutnya dimulai otomatis; petugasnya menerima surel.",
        };
}
