namespace Sakip.Host.Durable;

internal static class Failures
{
    /// <summary>What the official host calls a failure whose type it does not know.</summary>
    public const string Unknown = "(unknown)";

    /// <summary>The official service's limit for a custom status: 16 KB in UTF-16.</summary>
    public const int LongestStatus = 8 * 1024;

    public static TaskFailureDetails Of(string type, string message) =>
        new() { ErrorType = type, ErrorMessage = message };

    public static TaskFailureDetails NoActivity(string name)
    {
        var details = Of(Unknown, $"There is no activity function '{name}', or it is disabled.");
        // It will not be there at the next attempt either.
        details.IsNonRetriable = true;
        return details;
    }

    public static TaskFailureDetails NoOrchestrator(string name) =>
        Of("OrchestratorTaskNotFound", $"There is no orchestrator function '{name}', or it is disabled.");

    public static TaskFailureDetails LargeStatus(int length) =>
        Of("System.ArgumentException", $"A custom status of {length} characters; 16 KB are the most.");

    public static TaskFailureDetails NotSupported(string action) =>
        Of("System.NotSupportedException", $"This host does not know the action {action}.");

    /// <summary>Under the type that the official engine uses.</summary>
    public static TaskFailureDetails Repeated(string action, int id) =>
        Of(
            "DurableTask.Core.Exceptions.NonDeterministicOrchestrationException",
            $"Non-Deterministic workflow detected: the orchestrator asks for {action} with sequence id {id}, which its "
                + "history has already. Was it changed while this instance ran?"
        );
}
