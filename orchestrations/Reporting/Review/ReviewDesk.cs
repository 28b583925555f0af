using Sakip.Approvals;
using Sakip.Kernel;
using Sakip.Storage;

namespace Sakip.Reporting;

/// <summary>Reads what reviewers stated.</summary>
internal sealed class ReviewDesk(OfficeStorage storage, BlobVault vault)
{
    /// <summary>The statement of an attempt; null while there is none.</summary>
    public async Task<ReviewStatement?> FindAsync(Subject subject, int attempt, CancellationToken cancellation)
    {
        var step = ApprovalPolicy.Of(ApprovalKind.AnnualReview).Step;
        var claim = await storage.Subjects.FindAsync<ClaimRow>(
            Keys.Partition(subject),
            RowKeys.Claim(step, attempt),
            cancellation
        );
        return claim is null || claim.Decision == nameof(Decision.Expired)
            ? null
            : new ReviewStatement(
                claim.By,
                claim.ByName,
                claim.At,
                claim.Note,
                await ChecklistAsync(claim.BodyHash, cancellation)
            );
    }

    /// <summary>What the reviewer filled in the attempt before, so that nothing is typed twice.</summary>
    public async Task<ReviewSubmission?> BeforeAsync(OpenedLink link, CancellationToken cancellation)
    {
        return link.Approval.Attempt == 1
            ? null
            : (await FindAsync(link.Subject, link.Approval.Attempt - 1, cancellation))?.Checklist;
    }

    private async Task<ReviewSubmission?> ChecklistAsync(string? hash, CancellationToken cancellation) =>
        hash is null ? null : SakipJson.Read<ReviewSubmission>(await vault.SnapshotAsync(hash, cancellation));
}
