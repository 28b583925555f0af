using Sakip.Approvals;
using Sakip.Functions.Web;
using Sakip.Storage;

namespace Sakip.Functions.Approvals;

/// <summary>A decision that stands: what, by whom, when.</summary>
internal sealed record DecidedView(
    string Title,
    string Office,
    string Decision,
    string By,
    string At,
    string? Note,
    string? DocumentHash,
    bool IsOther
)
{
    public static DecidedView Of(OpenedLink link, bool isOther)
    {
        ClaimRow claim = link.Claim!;
        return new DecidedView(
            isOther ? "Sudah diputuskan" : "Keputusan tercatat",
            link.Plan.Unit.Name,
            PageWords.Of(Enum.Parse<Decision>(claim.Decision)),
            claim.ByName,
            PageWords.Moment(claim.At),
            claim.Note,
            claim.ResultHash ?? claim.DocumentHash,
            isOther
        );
    }
}
