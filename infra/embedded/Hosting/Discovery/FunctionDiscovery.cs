using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Sakip.Embedded.Hosting.Invocation;
using JsonOptions = System.Text.Json.JsonSerializerOptions;

namespace Sakip.Embedded.Hosting.Discovery;

/// <summary>Finds the app's functions and what in them the host could not run.</summary>
internal static class FunctionDiscovery
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static
        | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    public static IReadOnlyList<FunctionDescriptor> Find(FunctionSource source, ICollection<string> problems)
    {
        var functions = new List<FunctionDescriptor>();
        foreach (var method in source.Types.SelectMany(type => type.GetMethods(Declared)))
        {
            if (method.GetCustomAttribute<FunctionAttribute>() is not { } attribute) continue;
            if (Describe(attribute.Name, method, problems) is { } function) functions.Add(function);
        }
        foreach (var same in functions.GroupBy(function => function.Name, StringComparer.OrdinalIgnoreCase))
        {
            if (same.Count() == 1) continue;
            problems.Add($"The function name '{same.Key}' is used by "
                + string.Join(" and ", same.Select(function => function.EntryPoint)) + ".");
        }
        return functions;
    }

    private static FunctionDescriptor? Describe(string name, MethodInfo method, ICollection<string> problems)
    {
        var where = $"Function '{name}' ({method.DeclaringType!.FullName}.{method.Name})";
        if (!method.IsPublic || !method.DeclaringType.IsVisible || method.ContainsGenericParameters)
        {
            problems.Add($"{where} must be a public, non-generic method of a public type.");
            return null;
        }
        var triggers = method.GetParameters()
            .Where(parameter => parameter.IsDefined(typeof(TriggerBindingAttribute))).ToArray();
        if (triggers is not [var trigger])
        {
            problems.Add($"{where} has {triggers.Length} triggers; a function has exactly one.");
            return null;
        }
        var attribute = trigger.GetCustomAttribute<TriggerBindingAttribute>()!;
        if (TriggerBinder(attribute, trigger) is not { } bindTrigger)
        {
            problems.Add($"{where}: a {attribute.GetType().Name} cannot fill a {trigger.ParameterType.Name}.");
            return null;
        }
        var routeParameters = RouteParameters(attribute);
        var binders = method.GetParameters().Select(parameter =>
            parameter == trigger ? bindTrigger : ParameterBinders.For(parameter, attribute, routeParameters)).ToArray();
        foreach (var (parameter, _) in method.GetParameters().Zip(binders).Where(pair => pair.Second is null))
        {
            problems.Add($"{where}: the host cannot fill parameter '{parameter.Name}' "
                + $"of type {parameter.ParameterType.Name}.");
        }
        return Array.Exists(binders, binder => binder is null)
            ? null
            : new FunctionDescriptor(name, method, attribute, trigger, [.. binders.Select(binder => binder!)]);
    }

    private static ParameterBinder? TriggerBinder(TriggerBindingAttribute attribute, ParameterInfo parameter) =>
        attribute switch
        {
            HttpTriggerAttribute when parameter.ParameterType == typeof(HttpRequest) => Value,
            TimerTriggerAttribute when parameter.ParameterType == typeof(TimerInfo) => Value,
            OrchestrationTriggerAttribute when parameter.ParameterType == typeof(TaskOrchestrationContext) => Value,
            ActivityTriggerAttribute => invocation => new(Input(invocation, parameter.ParameterType)),
            _ => null,
        };

    private static ValueTask<object?> Value(FunctionInvocation invocation) => new(invocation.TriggerValue);

    private static object? Input(FunctionInvocation invocation, Type type)
    {
        var options = invocation.InstanceServices.GetRequiredService<IOptions<JsonOptions>>().Value;
        var input = new JsonDataConverter(options).Deserialize((string?)invocation.TriggerValue, type);
        return input ?? (type.IsValueType ? Activator.CreateInstance(type) : null);
    }

    private static HashSet<string> RouteParameters(TriggerBindingAttribute attribute)
    {
        if (attribute is not HttpTriggerAttribute { Route: { } route }) return [];
        try
        {
            return RoutePatternFactory.Parse(route).Parameters.Select(parameter => parameter.Name)
                .ToHashSet(StringComparer.OrdinalIgnoreCase);
        }
        catch (RoutePatternException)
        {
            // The route table reports the template itself.
            return [];
        }
    }
}
