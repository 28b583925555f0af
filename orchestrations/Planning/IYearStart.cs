using Microsoft.DurableTask.Client;
using Sakip.Storage;

namespace Sakip.Planning;

/// <summary>Starts the year of a plan that is taken in for the first time. Made where the cycle is.</summary>
internal interface IYearStart
{
    Task<StartResult> StartAsync(
        OfficePlan plan,
        DurableTaskClient client,
        CancellationToken cancellation,
        Actor? by = null
    );
}
