using System.Globalization;
using Sakip.Approvals;
using Sakip.Kernel;
using Sakip.Notifications;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Agreements;

/// <summary>
/// Warns when an agreement is not in force 20 and 27 days after its budget document: it has to be within a month. Can
/// be run at any time; each warning goes out once, and after missed days only the latest.
/// </summary>
internal sealed class AgreementDeadlines(
    OfficeStorage storage,
    PlanStore plans,
    RevisionOrders orders,
    Dispatcher dispatcher,
    TimeProvider clock
)
{
    private static readonly int[] WarnAfter = [20, 27];

    public async Task RunAsync(OfficeYear office, CancellationToken cancellation)
    {
        var plan = await plans.PlanAsync(office, cancellation);
        var today = plan.WorkDays().OpenDay(clock.GetUtcNow());
        var assigned = await orders.AssignedAsync(office, cancellation);
        for (var revision = 0; revision <= assigned.Count; revision++)
        {
            // Only a budget document sets the month running.
            if (revision > 0 && assigned[revision - 1].Cause != RevisionCause.BudgetRevised)
                continue;
            var sequence = revision == 0 ? 0 : assigned[revision - 1].Number;
            var budget = await plans.BudgetAsync(office, sequence, cancellation);
            if (DueWarning(budget.Date, today) is { } days)
                await WarnAsync(plan, revision, budget, days, cancellation);
        }
    }

    /// <summary>The latest warning whose day has come; null before the first, and after the month, when it is late.</summary>
    public static int? DueWarning(DateOnly budget, DateOnly today)
    {
        if (today > budget.AddMonths(1))
            return null;
        var due = WarnAfter.Where(days => budget.AddDays(days) <= today).ToList();
        return due.Count == 0 ? null : due[^1];
    }

    private async Task WarnAsync(OfficePlan plan, int revision, Budget budget, int days, CancellationToken cancellation)
    {
        var office = plan.Office;
        var subject = new AgreementSubject(office, revision);
        var partition = Keys.Partition(subject);
        var id = FormattableString.Invariant($"one-month:d{days}");
        var state = await storage.Subjects.FindAsync<StateRow>(partition, RowKeys.State, cancellation);
        if (state is { State: nameof(AgreementState.InForce) or nameof(AgreementState.Cancelled) })
            return;
        if (await storage.IsDoneAsync(subject, id, cancellation))
            return;

        var now = clock.GetUtcNow();
        var facts = AgreementFacts.Of(office, revision);
        facts[Fact.Days] = days.ToString(CultureInfo.InvariantCulture);
        facts[Fact.Due] = Facts.Iso(budget.Date.AddMonths(1));
        var change = new SubjectChange(subject, id, now).By(Actor.System, AuditAction.WarnOfDeadline);
        var head = new OfficeDirectory(plan).FirstParty(plan.Zone.DateAt(now))?.Official.Code;
        change.Tell(MessageKind.AgreementDeadlineNear, [Bearers.Planner(plan).Code, head], facts);

        await dispatcher.CommitAsync(change, null, cancellation);
    }
}
