using Microsoft.Azure.Functions.Worker;
using Sakip.Agreements;
using Sakip.Approvals;
using Sakip.Notifications;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.AnnualCycle;

/// <summary>Gives what calls for a revised agreement its number among the year's agreements.</summary>
internal sealed class RevisionActivities(
    RevisionOrders orders,
    PlanStore plans,
    Dispatcher dispatcher,
    TimeProvider clock
)
{
    /// <summary>The answer for a budget version that changes no figure of the agreement: none is drawn up.</summary>
    public const int Noted = 0;

    /// <summary>The event that tells the cycle of a call.</summary>
    public static string EventOf(RevisionCause cause, int number) =>
        cause switch
        {
            RevisionCause.BudgetRevised => InstanceIds.BudgetRevised(number),
            RevisionCause.OfficialChanged => InstanceIds.OfficialChanged(number),
            _ => InstanceIds.RevisionRequested(number),
        };

    [Function(nameof(AssignRevision))]
    public async Task<int> AssignRevision([ActivityTrigger] RevisionCall call, CancellationToken cancellation)
    {
        if (call.Cause == RevisionCause.BudgetRevised && await NoteAsync(call, cancellation))
            return Noted;
        var (revision, order) = await orders.AssignAsync(call.Office, call.Cause, call.Number, cancellation);
        var plan = await plans.PlanAsync(call.Office, cancellation);
        var facts = AgreementFacts.Of(call.Office, revision);
        facts[Fact.Decision] = call.Cause switch
        {
            RevisionCause.BudgetRevised => "Dokumen anggaran berubah",
            RevisionCause.OfficialChanged => "Pejabat yang menandatangani berganti",
            _ => "Perubahan perjanjian kinerja diminta",
        };
        facts[Fact.Note] = order.Explanation;
        var subject = new AgreementSubject(call.Office, revision);
        var change = new SubjectChange(subject, "call", clock.GetUtcNow())
            .By(order.Actor, AuditAction.CallForRevision, note: order.Explanation)
            .Tell(MessageKind.AgreementRevisionNeeded, Bearers.Planner(plan).Code, facts);
        await dispatcher.CommitAsync(change, null, cancellation);
        return revision;
    }

    /// <summary>Notes a budget version that changes no figure of the annex, and tells the planner; false for any other.</summary>
    private async Task<bool> NoteAsync(RevisionCall call, CancellationToken cancellation)
    {
        var (office, number) = (call.Office, call.Number);
        // A release before drew up an agreement for every version: one that has its agreement keeps it.
        var assigned = await orders.AssignedAsync(office, cancellation);
        if (assigned.Any(order => order.Cause == call.Cause && order.Number == number))
            return false;
        var revision = await plans.RevisionAsync(office, number, cancellation);
        var before = await plans.BudgetAsync(office, number - 1, cancellation);
        var plan = await plans.PlanAsync(office, cancellation);
        if (NotedBudgets.ChangesAnnex(before, revision, plan.Agreement.Template))
            return false;
        var change = new SubjectChange(
            new PlanSubject(office),
            FormattableString.Invariant($"noted:{number}"),
            clock.GetUtcNow()
        )
            .By(Actor.System, AuditAction.NoteBudget, note: revision.Budget.Number)
            .Tell(
                MessageKind.BudgetNoted,
                Bearers.Planner(plan).Code,
                new Dictionary<Fact, string>
                {
                    [Fact.Document] = $"Anggaran {revision.Budget.Number}",
                    [Fact.Note] = revision.Explanation,
                    [Fact.Page] = FormattableString.Invariant($"kantor/{office.Unit}/{office.Year}/anggaran"),
                }
            );
        await dispatcher.CommitAsync(change, null, cancellation);
        await orders.NoteAsync(
            office,
            new RevisionOrder(call.Cause, number, revision.Reason, revision.Explanation, [], Actor.System.Official),
            cancellation
        );
        return true;
    }
}
