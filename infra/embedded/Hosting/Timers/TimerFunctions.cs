using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Sakip.Embedded.Hosting.Discovery;

namespace Sakip.Embedded.Hosting.Timers;

/// <summary>The app's timer functions.</summary>
internal sealed class TimerFunctions(
    IServiceProvider services,
    IReadOnlyList<(FunctionDescriptor Function, TimerSchedule Schedule)> plan)
    : IDisposable
{
    private readonly IReadOnlyList<TimerFunction> timers =
    [
        .. plan.Select(entry =>
            ActivatorUtilities.CreateInstance<TimerFunction>(services, entry.Function, entry.Schedule)),
    ];

    /// <summary>Reads the schedules; what is wrong with them goes to <paramref name="problems"/>.</summary>
    public static IReadOnlyList<(FunctionDescriptor, TimerSchedule)> Plan(
        IEnumerable<FunctionDescriptor> functions,
        IConfiguration configuration,
        ICollection<string> problems)
    {
        var plan = new List<(FunctionDescriptor, TimerSchedule)>();
        foreach (var function in functions)
        {
            var missing = new List<string>();
            var text = SettingReferences.Resolve(
                ((TimerTriggerAttribute)function.Trigger).Schedule, configuration, missing);
            foreach (var setting in missing)
                problems.Add($"Function '{function.Name}' needs the setting '{setting}' for its schedule.");
            if (missing.Count > 0) continue;
            try
            {
                plan.Add((function, new TimerSchedule(text)));
            }
            catch (FormatException error)
            {
                problems.Add($"Function '{function.Name}' has a bad schedule: {error.Message}.");
            }
        }
        return plan;
    }

    public async Task StartAsync()
    {
        foreach (var timer in timers) await timer.StartAsync();
    }

    public TimerFunction? Find(string name) =>
        timers.FirstOrDefault(timer => timer.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    public void Dispose()
    {
        foreach (var timer in timers) timer.Dispose();
    }

    public Task StopAsync(CancellationToken ct) => Task.WhenAll(timers.Select(timer => timer.StopAsync(ct)));
}
