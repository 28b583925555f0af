namespace Microsoft.Azure.Functions.Worker;

/// <summary>One binding of a function: its parameter, its type (for example <c>httpTrigger</c>).</summary>
public abstract class BindingMetadata
{
    public abstract string Name { get; }

    public abstract string Type { get; }
}

/// <summary>The data that came with the trigger: route values, an activity's instance id.</summary>
public abstract class BindingContext
{
    public abstract IReadOnlyDictionary<string, object?> BindingData { get; }
}
