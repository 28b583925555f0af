using Microsoft.DurableTask.Client;
using Sakip.Approvals;
using Sakip.Notifications.Texts;
using Sakip.Storage;

namespace Sakip.Collection;

/// <summary>Whether a sender may take back what he has sent.</summary>
internal enum TakeBack
{
    /// <summary>The head has begun: he decided, asked for a code or kept a note.</summary>
    TooLate,

    /// <summary>It was sent a moment ago and its head has not been asked yet: possible as soon as he has.</summary>
    Soon,
    Possible,

    /// <summary>It was taken back; the next revision is open.</summary>
    Done,
}

/// <summary>
/// A sub-unit's report that was sent by mistake goes back to its sender, as if its head had returned it. Opening the
/// head's link writes nothing and so stands in nobody's way.
/// </summary>
internal sealed class TakeBackDesk(OfficeStorage storage, Dispatcher dispatcher, TimeProvider clock)
{
    /// <summary>What stands on the head's step, and in the letter for the next revision.</summary>
    public const string Note = SubUnitReportTexts.TakenBack;

    private static readonly string Head = ApprovalPolicy.Of(ApprovalKind.ReportApproval).Step;

    /// <summary>How it stands with a link whose rows were read.</summary>
    public static TakeBack Of(OpenedLink link) =>
        link is { Kind: ApprovalKind.ReportSubmission, Claim.Decision: nameof(Decision.Submitted), Rows: { } rows }
            ? Of(link, rows)
            : TakeBack.TooLate;

    /// <summary>Takes the report back; the same again changes nothing.</summary>
    /// <param name="where">The client's address.</param>
    public async Task<TakeBack> TakeAsync(
        OpenedLink link,
        string where,
        DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var rows = await SubjectRows.ReadAsync(storage, Keys.Partition(link.Subject), cancellation);
        var standing = Of(link with { Rows = rows });
        var attempt = link.Approval.Attempt;
        if (
            standing != TakeBack.Possible
            || rows.Approval(Head, attempt) is not { } approval
            || rows.State is not { } state
        )
        {
            return standing;
        }

        var now = clock.GetUtcNow();
        var claim = new ClaimRow
        {
            Decision = nameof(Decision.Returned),
            By = link.Bearer.Code,
            ByName = link.Bearer.FullName(),
            At = now,
            Note = Note,
            DocumentHash = approval.DocumentHash,
            Key = ActingKey.Current,
        };
        state.State = nameof(ReportState.Returned);
        state.At = now;
        var change = new SubjectChange(link.Subject, ApprovalActivities.DecideId(Head, attempt), now)
            .By(link.Actor, AuditAction.TakeBackReport, state.Hash, where: where)
            .Claim(claim, Head, attempt)
            // Whatever the head does in this moment makes one of the two fail.
            .Replace(approval)
            .Replace(state)
            .Raise(
                InstanceIds.Approval(link.Subject, Head, attempt),
                InstanceIds.Decided(Head, attempt),
                new DecisionSignal(Head, attempt)
            );
        return await dispatcher.CommitAsync(change, client, cancellation) == CommitResult.Conflict
            ? Of(link with { Rows = await SubjectRows.ReadAsync(storage, Keys.Partition(link.Subject), cancellation) })
            : TakeBack.Done;
    }

    private static TakeBack Of(OpenedLink link, SubjectRows rows)
    {
        var attempt = link.Approval.Attempt;
        if (rows.Claim(Head, attempt) is { } claim)
            return claim.Note == Note && claim.By == link.Bearer.Code ? TakeBack.Done : TakeBack.TooLate;
        if (rows.Approval(Head, attempt) is not { } asked)
            return TakeBack.Soon;
        var isUntouched =
            asked is { CodesSent: 0, IsVacant: false } && rows.Find<DraftRow>(RowKeys.Draft(Head, attempt)) is null;
        return isUntouched ? TakeBack.Possible : TakeBack.TooLate;
    }
}
