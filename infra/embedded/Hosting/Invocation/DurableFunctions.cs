using Microsoft.Azure.Functions.Worker;
using Sakip.Embedded.Engine;
using Sakip.Embedded.Hosting.Discovery;

namespace Sakip.Embedded.Hosting.Invocation;

/// <summary>Hands the app's orchestrators and activities to the durable engine.</summary>
internal static class DurableFunctions
{
    /// <summary>The name under which orchestrations know a function; null for one that is not durable.</summary>
    public static string? TaskNameOf(FunctionDescriptor function) => function.Trigger switch
    {
        OrchestrationTriggerAttribute orchestration => orchestration.Orchestration ?? function.Name,
        ActivityTriggerAttribute activity => activity.Activity ?? function.Name,
        _ => null,
    };

    public static void CheckNames(IEnumerable<FunctionDescriptor> functions, ICollection<string> problems)
    {
        var durable = functions.Where(function => TaskNameOf(function) is not null);
        foreach (var same in durable.GroupBy(TaskNameOf, StringComparer.OrdinalIgnoreCase))
        {
            if (same.Count() == 1) continue;
            problems.Add($"The orchestration or activity name '{same.Key}' is used by the functions "
                + string.Join(" and ", same.Select(function => $"'{function.Name}'")) + ".");
        }
    }

    public static void Register(
        IEnumerable<FunctionDescriptor> functions,
        DurableEngine engine,
        FunctionInvoker invoker)
    {
        foreach (var function in functions)
        {
            var name = TaskNameOf(function);
            if (function.Trigger is OrchestrationTriggerAttribute)
            {
                engine.AddOrchestrator(name!, context => invoker.InvokeAsync(function, context));
            }
            else if (function.Trigger is ActivityTriggerAttribute)
            {
                engine.AddActivity(name!, (call, stopping) => invoker.InvokeAsync(
                    function,
                    call.Input,
                    invocation => invocation.SetData([new("instanceId", call.InstanceId)]),
                    stopping: stopping));
            }
        }
    }
}
