namespace Microsoft.Azure.Functions.Worker;

/// <summary>One invocation of a function, as the function and the middleware around it see it.</summary>
public abstract class FunctionContext
{
    public abstract string InvocationId { get; }

    public abstract TraceContext TraceContext { get; }

    public abstract BindingContext BindingContext { get; }

    /// <summary>The services of this invocation's own scope.</summary>
    public abstract IServiceProvider InstanceServices { get; set; }

    public abstract FunctionDefinition FunctionDefinition { get; }

    public abstract IDictionary<object, object> Items { get; set; }

    public abstract IInvocationFeatures Features { get; }

    /// <summary>
    /// Fires when the host stops. A client's disconnect fires <c>HttpContext.RequestAborted</c> instead.
    /// </summary>
    public virtual CancellationToken CancellationToken { get; }
}
