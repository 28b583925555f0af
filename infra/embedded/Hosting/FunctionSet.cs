using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Sakip.Embedded.Hosting.Discovery;
using Sakip.Embedded.Hosting.Http;
using Sakip.Embedded.Hosting.Timers;

namespace Sakip.Embedded.Hosting;

/// <summary>The functions of the app that are not disabled, checked.</summary>
internal sealed class FunctionSet
{
    /// <exception cref="StartupRefusedException">Something in them would break the app.</exception>
    public FunctionSet(
        FunctionSource source,
        IConfiguration configuration,
        IInlineConstraintResolver constraints,
        bool webEnabled)
    {
        var problems = new List<string>();
        All =
        [
            .. FunctionDiscovery.Find(source, problems)
                .Where(function => !RuntimeSettings.IsDisabled(configuration, function.Name)),
        ];
        var prefix = RuntimeSettings.Host(configuration, "extensions:http:routePrefix") ?? "api";
        Routes = new RouteTable(With<HttpTriggerAttribute>(), prefix, constraints, problems);
        Timers = TimerFunctions.Plan(With<TimerTriggerAttribute>(), configuration, problems);
        if (!webEnabled && With<HttpTriggerAttribute>().Any())
        {
            problems.Add(
                "The app has HTTP functions, but Program.cs does not call ConfigureFunctionsWebApplication().");
        }

        if (problems.Count > 0)
            throw new StartupRefusedException(problems);
    }

    public IReadOnlyList<FunctionDescriptor> All { get; }

    public RouteTable Routes { get; }

    public IReadOnlyList<(FunctionDescriptor, TimerSchedule)> Timers { get; }

    private IEnumerable<FunctionDescriptor> With<T>() => All.Where(function => function.Trigger is T);
}
