using Sakip.Kernel;
using Sakip.Notifications;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Approvals;

/// <summary>The windows that set the dates of a quarter's steps, as they hold now.</summary>
internal interface IWindows
{
    Task<WindowInForce> WindowAsync(OfficePlan plan, Quarter quarter, int round, CancellationToken cancellation);

    /// <summary>Facts of a letter about a reopening: who asks for it, for which sub-units, and why.</summary>
    Task<IReadOnlyDictionary<Fact, string>> AboutReopeningAsync(
        OfficePlan plan,
        ReopeningSubject reopening,
        CancellationToken cancellation
    );
}
