using System.Reflection;

namespace Sakip.Embedded.Hosting;

/// <summary>
/// Where functions are looked for. Registered as a service before <c>Build()</c>, it replaces the search of the entry
/// assembly and what it references: that is how a test runs a small world of its own.
/// </summary>
/// <param name="types">The types whose methods are looked through.</param>
public sealed class FunctionSource(IEnumerable<Type> types)
{
    private static readonly string[] Foreign =
        ["System", "Microsoft", "Azure", "netstandard", "mscorlib", "Sakip.Embedded"];

    public IReadOnlyList<Type> Types { get; } = [.. types];

    /// <summary>The entry assembly and everything of the app that it references.</summary>
    internal static FunctionSource OfApp(Assembly entry)
    {
        var found = new Dictionary<string, Assembly>();
        var open = new Queue<Assembly>([entry]);
        while (open.TryDequeue(out var assembly))
        {
            if (!found.TryAdd(assembly.FullName!, assembly)) continue;
            foreach (var name in assembly.GetReferencedAssemblies().Where(name => !IsForeign(name.Name!)))
                open.Enqueue(Assembly.Load(name));
        }
        return new FunctionSource(found.Values.SelectMany(assembly => assembly.GetTypes()));
    }

    private static bool IsForeign(string name) =>
        Foreign.Any(prefix => name == prefix || name.StartsWith(prefix + ".", StringComparison.Ordinal));
}
