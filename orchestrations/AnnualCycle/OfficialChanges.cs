using Microsoft.DurableTask.Client;
using Sakip.Agreements;
using Sakip.Approvals;
using Sakip.Storage;

namespace Sakip.AnnualCycle;

/// <summary>Lets open steps and the agreement follow the people who hold the posts, and the plan's recorded changes.</summary>
internal sealed class OfficialChanges(
    OfficeStorage storage,
    LinkDesk links,
    OfficialWatch officials,
    StrategicWatch strategic,
    PostFollow posts,
    CycleDesk cycles
)
{
    /// <returns>The steps that are open afterwards.</returns>
    // Posts change hands on a date, which no request marks: open steps follow, and so does the agreement.
    public async Task<IReadOnlyList<WaitingRow>> FollowAsync(
        OfficeYearRow year,
        DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var open = await storage.WaitingAsync(year.Office, cancellation);
        if (await links.ReaddressAsync(year.Office, open, cancellation) > 0)
            open = await storage.WaitingAsync(year.Office, cancellation);
        // While only the report is corrected, the agreement of that year is history and no cycle would hear the call.
        if (!year.State.HasCycle())
            return open;
        if (await officials.CallAsync(year.Office, cancellation) is { } call)
            await cycles.CallForRevisionAsync(year.Office, RevisionCause.OfficialChanged, call, client, cancellation);
        foreach (var wanted in await strategic.CallsAsync(year.Office, cancellation))
            await cycles.CallForRevisionAsync(year.Office, RevisionCause.Requested, wanted, client, cancellation);

        await posts.RunAsync(year.Office, open, client, cancellation);
        return open;
    }
}
