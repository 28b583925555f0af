using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace Sakip.Functions.Access;

/// <summary>The <see cref="AllowAttribute"/> of a function, found through its entry point.</summary>
internal sealed class AllowedFunctions
{
    private const BindingFlags Methods =
        BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.Instance
        | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    private readonly ConcurrentDictionary<string, AllowAttribute?> _known = new(StringComparer.Ordinal);

    /// <summary>Null where the function says nothing, and so nobody may call it.</summary>
    public AllowAttribute? Of(FunctionDefinition function)
    {
        return _known.GetOrAdd(function.EntryPoint, Find);
    }

    private static AllowAttribute? Find(string entryPoint)
    {
        var dot = entryPoint.LastIndexOf('.');
        var type = dot < 0 ? null : typeof(AllowedFunctions).Assembly.GetType(entryPoint[..dot]);
        return type
            ?.GetMethods(Methods)
            .FirstOrDefault(method => method.Name == entryPoint[(dot + 1)..])
            ?.GetCustomAttribute<AllowAttribute>();
    }
}
