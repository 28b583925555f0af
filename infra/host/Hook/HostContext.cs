using System.Reflection;
using System.Runtime.Loader;

namespace Sakip.Hook;

/// <summary>The host and its packages, apart from the app's own versions of them; the framework is shared.</summary>
internal sealed class HostContext(string host) : AssemblyLoadContext("Functions host")
{
    private readonly AssemblyDependencyResolver _resolver = new(host);

    public T Entry<T>(string name)
        where T : Delegate =>
        LoadFromAssemblyPath(host)
            .GetType("Sakip.Host.Start.HostEntry", throwOnError: true)!
            .GetMethod(name)!
            .CreateDelegate<T>();

    protected override Assembly? Load(AssemblyName assemblyName) =>
        _resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : 0;
}
