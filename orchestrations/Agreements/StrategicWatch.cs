using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Agreements;

/// <summary>
/// Sees that a recorded change of the strategic plan is in force and has no revised agreement yet (reason b). One that
/// changes nothing in the agreement's annex calls for none.
/// </summary>
internal sealed class StrategicWatch(
    PlanStore plans,
    AgreementRecords records,
    RevisionOrders orders,
    TimeProvider clock
)
{
    /// <summary>The calls that recorded changes make necessary today, in their order.</summary>
    public async Task<IReadOnlyList<Func<int, RevisionOrder>>> CallsAsync(
        OfficeYear office,
        CancellationToken cancellation
    )
    {
        var plan = await plans.PlanAsync(office, cancellation);
        var today = plan.Zone.DateAt(clock.GetUtcNow());
        var due = Due(plan, today);
        if (due.Count == 0 || !await records.AnyAsync(office, cancellation))
            return [];
        var called = (await orders.CalledAsync(office, RevisionCause.Requested, cancellation))
            .Select(order => order.Change)
            .ToHashSet();
        return [.. due.Where(one => !called.Contains(one.Number)).Select(one => Order(one.Number, one.Change))];
    }

    private static List<(int Number, YearChange Change)> Due(OfficePlan plan, DateOnly today) =>
        [
            .. (plan.Changes ?? [])
                .Select((change, at) => (Number: at + 1, Change: change))
                .Where(one =>
                    one.Change is { Strategic: { } strategic }
                    && one.Change.Basis.From <= today
                    && plan.CountsInYear(one.Change)
                    && StrategicDifference.ChangesAnnex(strategic)
                ),
        ];

    private static Func<int, RevisionOrder> Order(int change, YearChange recorded) =>
        number => new RevisionOrder(
            RevisionCause.Requested,
            number,
            RevisionReason.StrategyOrBudgetChanged,
            $"{recorded.Basis.Reason} Dasar: {recorded.Basis.Words()}.",
            recorded.Strategic!.Targets,
            Storage.Actor.System.Official
        )
        {
            Retired = recorded.Strategic.Retired,
            Change = change,
        };
}
