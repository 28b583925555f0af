using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Azure.Functions.Worker;

namespace Sakip.Tests.House.Messages;

/// <summary>
/// Walks through what activities take and give, and finds what does not arrive as it was sent: the real host reads an
/// activity's message as JSON of its own, in which a number is a double.
/// </summary>
internal sealed class MessageTypes(IReadOnlyDictionary<string, string> boundedLongs)
{
    private static readonly HashSet<Type> Lossy =
    [
        typeof(decimal),
        typeof(double),
        typeof(float),
        typeof(Half),
        typeof(Int128),
        typeof(UInt128),
        typeof(object),
        typeof(JsonElement),
        typeof(JsonDocument),
    ];

    /// <summary>The longs that were met, by "Type.Member".</summary>
    public HashSet<string> Longs { get; } = [];

    /// <summary>Every activity of the assemblies with its messages.</summary>
    public static IEnumerable<(string Activity, Type Message)> Of(params IEnumerable<Assembly> assemblies) =>
        from assembly in assemblies
        from type in assembly.GetTypes()
        from method in type.GetMethods(
            BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance
        )
        let input = method
            .GetParameters()
            .FirstOrDefault(one => one.GetCustomAttribute<ActivityTriggerAttribute>() is not null)
        where input is not null
        from message in new[] { input.ParameterType, Result(method.ReturnType) }
        where message is not null
        select (method.Name, message);

    /// <summary>What is wrong with a message, each with the way to it.</summary>
    public IReadOnlyList<string> Faults(string activity, Type message)
    {
        var faults = new List<string>();
        Walk(message, activity, message.Name, faults, []);
        return faults;
    }

    private void Walk(Type type, string way, string member, List<string> faults, HashSet<Type> seen)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (Lossy.Contains(type) || typeof(JsonNode).IsAssignableFrom(type))
        {
            faults.Add($"{way}: {type.Name}");
        }
        else if (type == typeof(long) || type == typeof(ulong) || (type.IsEnum && IsLong(type)))
        {
            Longs.Add(member);
            if (!boundedLongs.ContainsKey(member))
                faults.Add($"{way}: {type.Name} without a bound");
        }
        else if (ElementsOf(type) is { Length: > 0 } elements)
        {
            foreach (var element in elements)
                Walk(element, $"{way}[]", member, faults, seen);
        }
        else if (type.Assembly == typeof(object).Assembly || type.IsEnum || !seen.Add(type))
        {
            return;
        }
        else
        {
            foreach (var property in type.GetProperties().Where(one => one.GetIndexParameters().Length == 0))
                Walk(property.PropertyType, $"{way}.{property.Name}", $"{type.Name}.{property.Name}", faults, seen);
            foreach (var field in type.GetFields(BindingFlags.Public | BindingFlags.Instance))
                Walk(field.FieldType, $"{way}.{field.Name}", $"{type.Name}.{field.Name}", faults, seen);
        }
    }

    private static Type[] ElementsOf(Type type)
    {
        if (type == typeof(string))
            return [];
        if (type.IsArray)
            return [type.GetElementType()!];
        if (!typeof(IEnumerable).IsAssignableFrom(type))
            return [];
        var of = type.GetInterfaces()
            .Append(type)
            .FirstOrDefault(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IEnumerable<>));
        // A collection of anything is as open as an object; a dictionary is a collection of its pairs.
        var element = of?.GetGenericArguments()[0] ?? typeof(object);
        return element.IsGenericType && element.GetGenericTypeDefinition() == typeof(KeyValuePair<,>)
            ? element.GetGenericArguments()
            : [element];
    }

    private static bool IsLong(Type type) =>
        Enum.GetUnderlyingType(type) is var under && (under == typeof(long) || under == typeof(ulong));

    private static Type? Result(Type type)
    {
        if (type == typeof(void) || type == typeof(Task) || type == typeof(ValueTask))
            return null;
        return
            type.IsGenericType
            && type.GetGenericTypeDefinition() is var open
            && (open == typeof(Task<>) || open == typeof(ValueTask<>))
            ? type.GetGenericArguments()[0]
            : type;
    }
}
