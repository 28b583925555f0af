using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.AnnualCycle;

/// <summary>
/// Lets an office whose superior is the head of another office follow that office's plan: who holds the post there holds
/// it here. Open steps, agreement and the word to the planner then follow as for any change of people.
/// </summary>
internal sealed partial class SuperiorOffices(PlanStore plans, PlanDesk desk, ILogger<SuperiorOffices> log)
{
    // The sweep comes by every few minutes: what stays wrong is logged once.
    private readonly ConcurrentDictionary<OfficeYear, string> _told = new();

    /// <returns>What came of it; null where the plan names no such post, or nothing of it changed.</returns>
    public async Task<PlanChangeResult?> FollowAsync(OfficeYear office, CancellationToken cancellation)
    {
        if (await plans.FindPlanAsync(office, cancellation) is not { } plan)
            return null;
        var others = await plans.OthersAsync(plan, cancellation);
        var fault = SharedPosts.Fault(plan, others);
        // The plan is the same object where nothing is to be followed.
        if (ReferenceEquals(SharedPosts.Followed(plan, others), plan))
        {
            Tell(office, fault);
            return null;
        }

        var result = await desk.ChangeAsync(
            office,
            current => SharedPosts.Followed(current, others),
            Actor.System,
            $"Pemegang jabatan mengikuti rencana kantor {string.Join(", ", others.Keys.Order())}.",
            new PlanChangeSettings(IsFollowed: true),
            cancellation
        );
        // What the rules say names people, and a log does not.
        var refused = string.Join(", ", result.Errors.Select(error => error.Path));
        Tell(office, result.Outcome == PlanChangeOutcome.Refused ? refused : fault);
        return result;
    }

    /// <summary>Why the superior is not who holds the post in the other office; null where nothing is wrong.</summary>
    public async Task<string?> FaultAsync(OfficePlan plan, CancellationToken cancellation)
    {
        var others = await plans.OthersAsync(plan, cancellation);
        if (SharedPosts.Fault(plan, others) is { } fault)
            return fault;
        var followed = SharedPosts.Followed(plan, others);
        return !ReferenceEquals(followed, plan) && desk.CheckRecorded(plan, followed) is { Count: > 0 } errors
            ? $"Pemegang jabatan atasan tidak dapat mengikuti rencana kantor {string.Join(", ", others.Keys)}: "
                + string.Join(" ", errors.Select(error => error.Message))
            : null;
    }

    private void Tell(OfficeYear office, string? fault)
    {
        if (fault is null)
            _told.TryRemove(office, out _);
        else if (_told.GetValueOrDefault(office) != fault)
            LogNotFollowed(office.Unit, office.Year, _told[office] = fault);
    }

    [LoggerMessage(
        EventIds.SuperiorNotFollowed,
        LogLevel.Warning,
        "The superior of {Unit} {Year} is not followed from the other office's plan: {Fault}"
    )]
    private partial void LogNotFollowed(string unit, int year, string fault);
}
