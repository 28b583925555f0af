using System.Reflection;

namespace Sakip.Embedded.Hosting;

/// <summary>
/// Where functions are looked for. Registered as a service before <c>Build()</c>, it replaces the search of the entry
/// assembly and what it references: that is how a test runs a small world of its own.
/// </summary>
/// <param name="types">The types whose methods are looked through.</param>
public sealed class FunctionSource(IEnumerable<Type> types)
{
    private static readonly string Runtime = typeof(FunctionSource).Assembly.GetName().Name!;

    public IReadOnlyList<Type> Types { get; } = [.. types];

    /// <summary>
    /// The entry assembly and what it references, as far as it references the runtime: without its attributes nothing is
    /// a function.
    /// </summary>
    internal static FunctionSource OfApp(Assembly entry)
    {
        var found = new Dictionary<string, Assembly>();
        var open = new Queue<Assembly>([entry]);
        while (open.TryDequeue(out var assembly))
        {
            var references = assembly.GetReferencedAssemblies();
            if (!references.Any(name => name.Name == Runtime) || !found.TryAdd(assembly.FullName!, assembly)) continue;
            foreach (var name in references.Where(name => !IsForeign(name.Name!))) open.Enqueue(Assembly.Load(name));
        }
        return new FunctionSource(
            found.Values.SelectMany(assembly => assembly.GetTypes()).Where(type => !IsGenerated(type)));
    }

    private static bool IsForeign(string name) =>
        name == Runtime
        || name.StartsWith("System.", StringComparison.Ordinal)
        || name.StartsWith("Microsoft.", StringComparison.Ordinal);

    // Closures and state machines, which are most of an assembly's types.
    private static bool IsGenerated(Type type) => type.Name.StartsWith('<');
}
