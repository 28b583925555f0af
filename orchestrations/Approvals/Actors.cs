using Sakip.Storage;

namespace Sakip.Approvals;

/// <summary>Who has decided what, for the segregation of duties.</summary>
public static class Actors
{
    /// <summary>Codes of those whose decision in the same attempt keeps them from this step.</summary>
    public static async Task<IReadOnlyCollection<string>> ActedAsync(
        this OfficeStorage storage, SubjectRef subject, ApprovalPolicy policy, int attempt, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(storage);
        ArgumentNullException.ThrowIfNull(policy);
        var acted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var step in policy.ApartFrom)
        {
            var claim = await storage.Subjects.FindAsync<ClaimRow>(
                Keys.Partition(subject), RowKeys.Claim(step, attempt), cancellation);
            if (claim is not null) acted.Add(claim.By);
        }

        return acted;
    }
}
