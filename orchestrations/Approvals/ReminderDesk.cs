using Sakip.Kernel;
using Sakip.Notifications;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Approvals;

/// <summary>Sends the reminder of one open step when a person wants it: at once, and once a day.</summary>
internal sealed class ReminderDesk(OfficeStorage storage, PlanStore plans, Dispatcher dispatcher, TimeProvider clock)
{
    public async Task<ReminderAnswer> SendAsync(
        Subject subject,
        string step,
        int attempt,
        Actor by,
        CancellationToken cancellation
    )
    {
        var rows = await SubjectRows.ReadAsync(storage, Keys.Partition(subject), cancellation);
        if (rows.Approval(step, attempt) is not { } approval || rows.Claim(step, attempt) is not null)
            return ReminderAnswer.NotOpen;
        if (approval.IsVacant || approval.IsWithdrawn)
            return ReminderAnswer.NoLink;
        var now = clock.GetUtcNow();
        var plan = await plans.PlanAsync(subject.Office, cancellation);
        var id = FormattableString.Invariant($"remind:{step}:{attempt}:{plan.Zone.DateAt(now):yyyyMMdd}");
        var (kind, facts) = BearerLetters.Of(plan, subject, approval, now);
        var change = new SubjectChange(subject, id, now)
            .By(by, AuditAction.Remind)
            .Ask(kind, approval.Bearer, facts, (step, attempt));
        return await dispatcher.CommitAsync(change, null, cancellation) == CommitResult.Committed
            ? ReminderAnswer.Sent
            : ReminderAnswer.SentToday;
    }
}
