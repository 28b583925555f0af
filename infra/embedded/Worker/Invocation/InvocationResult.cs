namespace Microsoft.Azure.Functions.Worker;

/// <summary>What a function returned; middleware may put another value in its place.</summary>
public abstract class InvocationResult<T>
{
    public abstract T? Value { get; set; }
}

/// <summary>What a function returned, whatever its type.</summary>
public abstract class InvocationResult : InvocationResult<object>
{
}
