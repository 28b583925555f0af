namespace Microsoft.DurableTask;

/// <summary>How an orchestration starts over.</summary>
public class ContinueAsNewOptions
{
    /// <summary>The input of the next execution.</summary>
    public object? NewInput { get; set; }

    /// <summary>The version of the next execution; null keeps the present one.</summary>
    public string? NewVersion { get; set; }

    /// <summary>Whether events that nobody has waited for yet go on to the next execution.</summary>
    public bool PreserveUnprocessedEvents { get; set; } = true;
}
