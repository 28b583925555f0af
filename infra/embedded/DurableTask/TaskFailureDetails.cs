using System.Reflection;
using Sakip.Embedded.Engine;

namespace Microsoft.DurableTask;

/// <summary>A failure in a form that can be stored: type name, message, stack and the failure that caused it.</summary>
public record TaskFailureDetails(
    string ErrorType,
    string ErrorMessage,
    string? StackTrace,
    TaskFailureDetails? InnerFailure,
    IDictionary<string, object?>? Properties)
{
    /// <summary>Whether the failure is a <typeparamref name="T"/> or derives from it.</summary>
    public bool IsCausedBy<T>()
        where T : Exception
        => IsCausedBy(typeof(T));

    /// <summary>
    /// Whether the failure is of this exception type or derives from it; false if its type is not loaded.
    /// </summary>
    /// <exception cref="ArgumentException">The type is not an exception type.</exception>
    /// <exception cref="AmbiguousMatchException">
    /// Several loaded assemblies have a type of the failure's name.
    /// </exception>
    public bool IsCausedBy(Type targetBaseExceptionType)
    {
        ArgumentNullException.ThrowIfNull(targetBaseExceptionType);
        if (!typeof(Exception).IsAssignableFrom(targetBaseExceptionType))
        {
            throw new ArgumentException(
                $"The type {targetBaseExceptionType} is not an exception.", nameof(targetBaseExceptionType));
        }
        if (string.Equals(ErrorType, targetBaseExceptionType.FullName, StringComparison.Ordinal)) return true;
        var types = AppDomain.CurrentDomain.GetAssemblies()
            .Select(assembly => assembly.GetType(ErrorType, throwOnError: false))
            .OfType<Type>()
            .Distinct()
            .ToList();
        if (types.Count > 1)
        {
            throw new AmbiguousMatchException($"Several loaded assemblies have an exception type '{ErrorType}'.");
        }
        return types.Count == 1 && targetBaseExceptionType.IsAssignableFrom(types[0]);
    }

    /// <summary>The details of an exception and of the exceptions inside it.</summary>
    public static TaskFailureDetails FromException(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return Failure.From(exception).ToDetails();
    }

    public override string ToString() => $"{ErrorType}: {ErrorMessage}";
}
