using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Sakip.Approvals;

namespace Sakip.Tests.Orchestrations.Histories;

/// <summary>The app's orchestrator functions by name, as a host would find them.</summary>
internal static class AppOrchestrators
{
    public static Dictionary<string, Func<TaskOrchestrationContext, Task<object?>>> All() =>
        (
            from type in typeof(Approval).Assembly.GetTypes()
            from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            let function = method.GetCustomAttribute<FunctionAttribute>()
            where function is not null
            where method.GetParameters().Any(p => p.GetCustomAttribute<OrchestrationTriggerAttribute>() is not null)
            select (function.Name, method)
        ).ToDictionary(found => found.Name, found => Invoker(found.method));

    private static Func<TaskOrchestrationContext, Task<object?>> Invoker(MethodInfo method) =>
        async context =>
        {
            var task = (Task)method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [context], null)!;
            await task;
            return task.GetType().GetProperty(nameof(Task<>.Result))?.GetValue(task);
        };
}
