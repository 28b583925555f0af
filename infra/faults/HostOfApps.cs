using Microsoft.Extensions.DependencyInjection;
using Sakip.Hook;
using Sakip.Rehearsal;

namespace Sakip.Faults;

/// <summary>
/// The Functions host, in a load context of its own that it keeps for all the apps that this process runs one after the
/// other. What crosses to it is of the framework.
/// </summary>
internal static class HostOfApps
{
    private static readonly HostContext Context = new(
        Path.Combine(Path.GetDirectoryName(RehearsalOptions.Hook)!, "Sakip.Host.dll")
    );

    public delegate (Task Ready, Func<Task> ThrowAway, TimeProvider Clock, string[] Arguments) BeginForApp(
        string app,
        IEnumerable<KeyValuePair<string, string?>> settings,
        Action<bool, IReadOnlyList<string>> onCommit,
        Action<IServiceCollection> alter
    );

    public static BeginForApp BeginFor { get; } = Context.Entry<BeginForApp>("BeginFor");

    public static Func<string, Task<(string ConnectionString, Func<Task> Stop)>> StartStorage { get; } =
        Context.Entry<Func<string, Task<(string, Func<Task>)>>>("StartStorageAsync");
}
