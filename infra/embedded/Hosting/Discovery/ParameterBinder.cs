using System.Collections.Immutable;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Converters;
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
        if (parameter.GetCustomAttribute<InputConverterAttribute>() is { } conversion)
            return Converted(parameter, conversion.ConverterType);
        return routeParameters.Contains(parameter.Name!) ? RouteValueBinder.For(parameter) : null;
    }

    private static ValueTask<object?> Client(FunctionInvocation invocation) =>
        new(invocation.InstanceServices.GetRequiredService<DurableEngine>().Client);

    private static ParameterBinder Converted(ParameterInfo parameter, Type converterType) => async invocation =>
    {
        var converter = (IInputConverter)ActivatorUtilities.GetServiceOrCreateInstance(
            invocation.InstanceServices, converterType);
        var result = await converter.ConvertAsync(new Conversion(parameter, invocation));
        return result.Status switch
        {
            ConversionStatus.Succeeded => result.Value,
            ConversionStatus.Failed when result.Error is { } error => throw error,
            _ => throw new InvalidOperationException(
                $"No converter made parameter '{parameter.Name}' of function '{invocation.FunctionDefinition.Name}'."),
        };
    };

    private sealed class Conversion(ParameterInfo parameter, FunctionInvocation invocation) : ConverterContext
    {
        public override Type TargetType => parameter.ParameterType;

        public override object? Source => invocation.TriggerValue;

        public override FunctionContext FunctionContext => invocation;

        public override IReadOnlyDictionary<string, object> Properties => ImmutableDictionary<string, object>.Empty;
    }
}
