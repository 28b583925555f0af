using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.AnnualCycle;

/// <summary>
/// Lets an office whose superior is the head of another office follow that office's plan: who holds the post there holds
/// it here. Open steps, agreement and the word to the planner then follow as for any change of people.
/// </summary>
internal sealed class SuperiorOffices(PlanStore plans, PlanDesk desk)
{
    /// <returns>What came of it; null where the plan names no such post, or nothing of it changed.</returns>
    public async Task<PlanChangeResult?> FollowAsync(OfficeYear office, CancellationToken cancellation)
    {
        if (await plans.FindPlanAsync(office, cancellation) is not { } plan)
            return null;
        var others = new Dictionary<string, OfficePlan>(StringComparer.Ordinal);
        foreach (var unit in SharedPosts.Offices(plan))
        {
            if (await plans.FindPlanAsync(new OfficeYear(unit, office.Year), cancellation) is { } other)
                others[unit] = other;
        }

        // The plan is the same object where nothing is to be followed.
        if (others.Count == 0 || ReferenceEquals(SharedPosts.Followed(plan, others), plan))
            return null;
        return await desk.ChangeAsync(
            office,
            current => SharedPosts.Followed(current, others),
            Actor.System,
            $"Pemegang jabatan mengikuti rencana kantor {string.Join(", ", others.Keys.Order())}.",
            cancellation
        );
    }
}
