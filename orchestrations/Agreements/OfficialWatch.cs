using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Agreements;

/// <summary>
/// Sees that the office's head is another than the one who signed. A Plh stands in for days and binds nobody anew; a
/// successor, a Plt or a Pj does, and so calls for a revised agreement (reason a). When the superior changes, the
/// agreement stands and the planner is told (<see cref="SuperiorWatch"/>).
/// </summary>
internal sealed class OfficialWatch(
    PlanStore plans,
    AgreementRecords records,
    RevisionOrders orders,
    TimeProvider clock
)
{
    /// <summary>The call that today's head makes necessary; null where none does.</summary>
    public async Task<Func<int, RevisionOrder>?> CallAsync(OfficeYear office, CancellationToken cancellation)
    {
        var agreements = await records.ReadAsync(office, cancellation);
        if (agreements.Count == 0)
            return null;
        var plan = await plans.PlanAsync(office, cancellation);
        var today = plan.Zone.DateAt(clock.GetUtcNow());
        var holder = new OfficeDirectory(plan).FirstParty(today);
        if (holder is null or { Tenure: Tenure.Plh })
            return null;

        var bound = agreements[^1].Snapshot.FirstParty.Official;
        if (bound == holder.Official.Code)
            return null;
        var assigned = await orders.AssignedAsync(office, cancellation);
        var called = await orders.CalledAsync(office, RevisionCause.OfficialChanged, cancellation);
        // A call that has no agreement yet, or whose agreement is under way, is enough.
        var isUnderWay =
            called.Count > assigned.Count(order => order.Cause == RevisionCause.OfficialChanged)
            || agreements[^1].Snapshot.Terms.Revision < assigned.Count;
        if (isUnderWay)
            return null;

        var before = plan.Officials.FirstOrDefault(official => official.Code == bound)?.FullName() ?? bound;
        var explanation = $"{holder.Title} berganti dari {before} kepada {holder.Official.FullName()}.";
        return number => new RevisionOrder(
            RevisionCause.OfficialChanged,
            number,
            RevisionReason.OfficialChanged,
            explanation,
            [],
            Actor.System.Official
        );
    }
}
