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
        var wanted = call.Apply(plan, ground, faults);
        if (faults.All.Count > 0)
            return new ChangePreview(faults.All, []);
        if (desk.CheckRecorded(wanted) is { Count: > 0 } broken)
            return new ChangePreview(broken, []);
        var open = await storage.WaitingAsync(plan.Office, cancellation);
        return new ChangePreview([], [.. ChangeEffects.Of(plan, wanted, ground, open)]);
    }

    /// <summary>Records the change and lets what follows from it happen. The same change again changes nothing.</summary>
    public async Task<ChangeResult> ApplyAsync(
        OfficePlan plan,
        ChangeCall call,
        Actor by,
        DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var office = plan.Office;
        var preview = await PreviewAsync(plan, call, cancellation);
        if (preview.Errors.Count > 0 || preview.IsRecorded)
        {
            if (preview.IsRecorded)
                await FollowAsync(office, client, cancellation);
            return new ChangeResult(preview, false, await VersionAsync(office, cancellation));
        }

        var ground = await grounds.OfAsync(plan, cancellation);
        var basis = call.Basis();
        var result = await desk.ChangeAsync(
            office,
            current =>
                call.IsRecordedIn(current, ground) ? current : call.Apply(current, ground, new Planning.Faults()),
            by,
            $"{basis.Words()}. {basis.Reason}",
            new PlanChangeSettings(IsRecorded: true),
            cancellation
        );
        if (!result.Stands)
        {
            return new ChangeResult(
                preview with
                {
                    Errors = result.Errors,
                },
                false,
                result.Version,
                result.Outcome == PlanChangeOutcome.Conflict
            );
        }

        await FollowAsync(office, client, cancellation);
        return new ChangeResult(preview, result.Outcome == PlanChangeOutcome.Changed, result.Version);
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

    private async Task<int> VersionAsync(OfficeYear office, CancellationToken cancellation) =>
        (await plans.CurrentAsync(office, cancellation))?.Version ?? 0;
}
