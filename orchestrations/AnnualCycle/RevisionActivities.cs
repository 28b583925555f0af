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
}
