using Sakip.Storage;

namespace Sakip.Approvals;

/// <summary>Who has decided what, for the segregation of duties.</summary>
internal static class Actors
{
    /// <summary>Codes of those whose decision in the same attempt keeps them from this step.</summary>
    public static IReadOnlyCollection<string> Acted(this SubjectRows rows, ApprovalPolicy policy, int attempt)
    {
        return rows.ActedClaims(policy, attempt).Select(claim => claim.By).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Those decisions themselves.</summary>
    public static IReadOnlyCollection<ClaimRow> ActedClaims(this SubjectRows rows, ApprovalPolicy policy, int attempt)
    {
        return [.. policy.ApartFrom.Select(step => rows.Claim(step, attempt)).OfType<ClaimRow>()];
    }
}
