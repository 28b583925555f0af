using Sakip.Storage;

namespace Sakip.Approvals;

/// <summary>What stands against a decision: rights, other people's parts, the year, the code, and a decision taken before.</summary>
internal sealed class DecisionGuard(OfficeStorage storage, OneTimeCodes codes)
{
    /// <summary>Why the bearer may not decide so; null where he may.</summary>
    public async Task<DecisionStatus?> RefusalAsync(
        OpenedLink link,
        DecisionRequest request,
        CancellationToken cancellation
    )
    {
        if (!IsAllowed(link.Policy, request.Decision))
            return DecisionStatus.NotAllowed;
        var acted = await ActedAsync(link, cancellation);
        if (acted.Any(claim => claim.By == link.Bearer.Code))
            return DecisionStatus.ActedBefore;
        if (acted.Any(claim => ActingKey.IsAgain(claim.Key)))
            return DecisionStatus.KeyActedBefore;
        if (!IsOfItsDocument(link))
            return DecisionStatus.Overtaken;
        if (await IsTooLateAsync(link, request.Decision, cancellation))
            return DecisionStatus.YearOver;
        if (!link.Policy.NeedsCode || request.IsProven)
            return null;
        return await codes.CheckAsync(link.Approval, request.Code ?? "", cancellation) switch
        {
            CodeCheck.Wrong => DecisionStatus.CodeWrong,
            CodeCheck.Dead => DecisionStatus.CodeDead,
            _ => null,
        };
    }

    /// <summary>The decision that stands, if any.</summary>
    public Task<ClaimRow?> StandingAsync(OpenedLink link, CancellationToken cancellation) =>
        storage.Subjects.FindAsync<ClaimRow>(
            Keys.Partition(link.Subject),
            RowKeys.Claim(link.Policy.Step, link.Approval.Attempt),
            cancellation
        );

    // Who was asked before the year was over may still send it back, which drops the round.
    private async Task<bool> IsTooLateAsync(OpenedLink link, Decision decision, CancellationToken cancellation) =>
        link.Kind == ApprovalKind.QuarterReopening
        && decision != Decision.Returned
        && await storage.Years.FindAsync<OfficeYearRow>(
            OfficeYearRow.Partition,
            Keys.Partition(link.Subject.Office),
            cancellation
        )
            is { } year
        && !year.State.HasCycle();

    // Steps that other people must decide come before this one, so the rows of their decisions exist.
    private async Task<IReadOnlyCollection<ClaimRow>> ActedAsync(OpenedLink link, CancellationToken cancellation) =>
        link.Policy.ApartFrom.Count == 0
            ? []
            : (
                link.Rows ?? await SubjectRows.ReadAsync(storage, Keys.Partition(link.Subject), cancellation)
            ).ActedClaims(link.Policy, link.Approval.Attempt);

    // What is signed is what the step was opened with and the page has shown, or nothing.
    private static bool IsOfItsDocument(OpenedLink link) =>
        link.Policy.Yes != Decision.Signed || link.State?.Hash == link.Approval.DocumentHash;

    private static bool IsAllowed(ApprovalPolicy policy, Decision decision) =>
        decision == policy.Yes || (decision == Decision.Returned && policy.CanReturn);
}
