using System.Reflection;

namespace Sakip.Embedded.Hosting.Discovery;

/// <summary>Calls a method whatever it returns, and gives its result as a task of object.</summary>
internal static class MethodCall
{
    private static readonly MethodInfo TaskResult = Private(nameof(OfTask));
    private static readonly MethodInfo ValueTaskResult = Private(nameof(OfValueTask));

    public static Func<object?, object?[], Task<object?>> Of(MethodInfo method)
    {
        var result = Result(method.ReturnType);
        return (instance, arguments) =>
            result(method.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, arguments, null));
    }

    private static Func<object?, Task<object?>> Result(Type type)
    {
        if (type == typeof(Task)) return async task => { await (Task)task!; return null; };
        if (type == typeof(ValueTask)) return async task => { await (ValueTask)task!; return null; };
        if (!type.IsGenericType) return Task.FromResult;
        var kind = type.GetGenericTypeDefinition();
        var unwrap = kind == typeof(Task<>) ? TaskResult : kind == typeof(ValueTask<>) ? ValueTaskResult : null;
        return unwrap?.MakeGenericMethod(type.GetGenericArguments()).CreateDelegate<Func<object?, Task<object?>>>()
            ?? Task.FromResult;
    }

    private static async Task<object?> OfTask<T>(object? task) => await (Task<T>)task!;

    private static async Task<object?> OfValueTask<T>(object? task) => await (ValueTask<T>)task!;

    private static MethodInfo Private(string name) =>
        typeof(MethodCall).GetMethod(name, BindingFlags.Static | BindingFlags.NonPublic)!;
}
