using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Approvals;

/// <summary>The windows that set the dates of a quarter's steps, as they hold now.</summary>
internal interface IWindows
{
    Task<WindowInForce> WindowAsync(OfficePlan plan, Quarter quarter, int round, CancellationToken cancellation);
}
