using Sakip.Functions.Access;
using Sakip.Kernel;
using Sakip.Storage;

namespace Sakip.Functions.Home;

/// <summary>What waits for somebody, counted for the menu of every page.</summary>
internal sealed class MenuCounts(OfficeStorage storage)
{
    public async Task<int> TasksAsync(PageRequest request)
    {
        if (request is not { Unit: { } unit, Year: { } year, Plan: not null })
            return 0;
        var waiting = await DashboardReader.WaitingAsync(storage, new OfficeYear(unit, year), CancellationToken.None);
        return waiting.Count(row => row.Bearer == request.Caller.Official);
    }
}
