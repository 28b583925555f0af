using Microsoft.DurableTask.Client;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.AnnualCycle;

/// <summary>What a change within the year would do, before it does it.</summary>
/// <param name="Errors">What must happen or be mended first; empty where nothing stands in the way.</param>
/// <param name="Effects">What it sets in motion.</param>
/// <param name="IsRecorded">This very change stands already.</param>
internal sealed record ChangePreview(
    IReadOnlyList<PlanError> Errors,
    IReadOnlyList<ChangeEffect> Effects,
    bool IsRecorded = false
);

/// <param name="Applied">False where it stood already, or was refused.</param>
/// <param name="Version">The plan's version that stands now.</param>
internal sealed record ChangeResult(ChangePreview Preview, bool Applied, int Version, bool IsConflict = false);

/// <summary>
/// Changes within the year: organisation, strategic plan, officials. Each is shown with what it sets in motion and
/// recorded in the plan; open steps and the agreement follow from what is recorded, at once and by the sweep.
/// </summary>
internal sealed class YearChangeDesk(
    OfficeStorage storage,
    PlanStore plans,
    PlanDesk desk,
    ChangeGrounds grounds,
    OfficialChanges followers
)
{
    public async Task<ChangePreview> PreviewAsync(OfficePlan plan, ChangeCall call, CancellationToken cancellation)
    {
        var ground = await grounds.OfAsync(plan, cancellation);
        if (call.IsRecordedIn(plan, ground))
            return new ChangePreview([], [], IsRecorded: true);
        var faults = new Planning.Faults();
        var wanted = call.Record(plan, ground, faults);
        if (faults.All.Count > 0)
            return new ChangePreview(faults.All, []);
        if (desk.CheckRecorded(plan, wanted) is { Count: > 0 } broken)
            return new ChangePreview(broken, []);
        var open = await storage.WaitingAsync(plan.Office, cancellation);
        return new ChangePreview([], [.. ChangeEffects.Of(plan, wanted, ground, open)]);
    }

    /// <summary>
    /// Records the change and lets what follows from it happen. The same change again changes nothing. One that was looked
    /// at on another version, or that is made for a whole part of the plan, is a conflict where somebody else was first.
    /// </summary>
    public async Task<ChangeResult> ApplyAsync(
        OfficeYear office,
        ChangeCall call,
        Actor by,
        DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        if (await plans.CurrentAsync(office, cancellation) is not { } read)
            throw new PlanMissingException($"No plan is stored for {office.Unit} {office.Year}.");
        var preview = await PreviewAsync(read.Plan, call, cancellation);
        if (preview.Errors.Count > 0 || preview.IsRecorded)
        {
            if (preview.IsRecorded)
                await FollowAsync(office, client, cancellation);
            return new ChangeResult(preview, false, read.Version);
        }

        var (result, refused) = await RecordAsync(read.Plan, read.Version, call, by, cancellation);
        if (refused.Count > 0 || !result.Stands)
        {
            return new ChangeResult(
                preview with
                {
                    Errors = [.. refused, .. result.Errors],
                },
                false,
                result.Version,
                result.Outcome == PlanChangeOutcome.Conflict
            );
        }

        await FollowAsync(office, client, cancellation);
        return new ChangeResult(preview, result.Outcome == PlanChangeOutcome.Changed, result.Version);
    }

    /// <returns>Also what the plan that stands by then has against the change, whatever was said of the one before.</returns>
    private async Task<(PlanChangeResult Result, IReadOnlyList<PlanError> Refused)> RecordAsync(
        OfficePlan plan,
        int version,
        ChangeCall call,
        Actor by,
        CancellationToken cancellation
    )
    {
        var ground = await grounds.OfAsync(plan, cancellation);
        var basis = call.Basis();
        var faults = new Planning.Faults();
        var result = await desk.ChangeAsync(
            plan.Office,
            current =>
            {
                faults = new Planning.Faults();
                return call.IsRecordedIn(current, ground) ? current : call.Record(current, ground, faults);
            },
            by,
            $"{basis.Words()}. {basis.Reason}",
            new PlanChangeSettings(Base: call.Version ?? (call.IsWhole ? version : null), IsRecorded: true),
            cancellation
        );
        return (result, faults.All);
    }

    private async Task FollowAsync(OfficeYear office, DurableTaskClient client, CancellationToken cancellation)
    {
        var year = await storage.Years.FindAsync<OfficeYearRow>(
            OfficeYearRow.Partition,
            Keys.Partition(office),
            cancellation
        );
        if (year is not null)
            await followers.FollowAsync(year, client, cancellation);
    }
}
