namespace Microsoft.DurableTask.Client;

/// <summary>How an instance is terminated; the embedded runtime leaves its children alone.</summary>
public record TerminateInstanceOptions(object? Output = null, bool Recursive = false);
