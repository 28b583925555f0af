using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Sakip.Embedded.Engine;
using Sakip.Embedded.Hosting.Http;
using Sakip.Embedded.Hosting.Invocation;

namespace Sakip.Embedded.Hosting.Discovery;

/// <summary>Makes the value of one parameter for one invocation.</summary>
internal delegate ValueTask<object?> ParameterBinder(FunctionInvocation invocation);

/// <summary>Chooses how each parameter of a function is filled.</summary>
internal static class ParameterBinders
{
    /// <summary>The binder of a parameter that is not the trigger; null when the host cannot fill it.</summary>
    public static ParameterBinder? For(
        ParameterInfo parameter,
        TriggerBindingAttribute trigger,
        HashSet<string> routeParameters)
    {
        var type = parameter.ParameterType;
        if (type == typeof(FunctionContext)) return invocation => new(invocation);
        // An orchestrator is replayed: a client, a token or a converter has no place in it.
        if (trigger is OrchestrationTriggerAttribute) return null;
        if (type == typeof(CancellationToken)) return invocation => new(invocation.CancellationToken);
        if (parameter.IsDefined(typeof(DurableClientAttribute)))
            return type == typeof(DurableTaskClient) ? Client : null;
        return routeParameters.Contains(parameter.Name!) ? RouteValueBinder.For(parameter) : null;
    }

    private static ValueTask<object?> Client(FunctionInvocation invocation) =>
        new(invocation.InstanceServices.GetRequiredService<DurableEngine>().Client);
}
