namespace Microsoft.Azure.Functions.Worker;

public enum BindingDirection
{
    In = 0,
    Out = 1,
}

/// <summary>
/// One binding of a function: its parameter, its type (for example <c>httpTrigger</c>), its direction.
/// </summary>
public abstract class BindingMetadata
{
    public abstract string Name { get; }

    public abstract string Type { get; }

    public abstract BindingDirection Direction { get; }
}

/// <summary>The data that came with the trigger: route values, an activity's instance id.</summary>
public abstract class BindingContext
{
    public abstract IReadOnlyDictionary<string, object?> BindingData { get; }
}
