using Microsoft.Azure.Functions.Worker;
using Sakip.Embedded.Engine;
using Sakip.Embedded.Hosting.Discovery;

namespace Sakip.Embedded.Hosting.Invocation;

/// <summary>Hands the app's orchestrators and activities to the durable engine.</summary>
internal static class DurableFunctions
{
    public static void Register(
        IEnumerable<FunctionDescriptor> functions,
        DurableEngine engine,
        FunctionInvoker invoker)
    {
        foreach (var function in functions)
        {
            if (function.Trigger is OrchestrationTriggerAttribute)
            {
                engine.AddOrchestrator(function.Name, context => invoker.InvokeAsync(function, context));
            }
            else if (function.Trigger is ActivityTriggerAttribute)
            {
                engine.AddActivity(function.Name, (call, stopping) => invoker.InvokeAsync(
                    function,
                    call.Input,
                    invocation => invocation.SetData([new("instanceId", call.InstanceId)]),
                    stopping: stopping));
            }
        }
    }
}
