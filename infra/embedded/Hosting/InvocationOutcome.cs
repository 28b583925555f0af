namespace Sakip.Embedded.Hosting;

/// <summary>Holds what one invocation returned, where middleware can read and replace it.</summary>
internal sealed class InvocationOutcome
{
    public object? Value { get; set; }
}
