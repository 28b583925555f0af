using Microsoft.DurableTask;

namespace Sakip.Embedded.Engine;

/// <summary>A failure as it stands in a history.</summary>
internal sealed record Failure(string ErrorType, string ErrorMessage, string? StackTrace = null, Failure? Inner = null)
{
    private const string ActivityTaskNotFound = nameof(ActivityTaskNotFound);
    private const string OrchestratorTaskNotFound = nameof(OrchestratorTaskNotFound);

    public static Failure NoActivity(string name)
        => new(ActivityTaskNotFound, $"No activity task named '{name}' was found.");

    public static Failure NoOrchestrator(string name)
        => new(OrchestratorTaskNotFound, $"No orchestrator task named '{name}' was found.");

    public static bool IsNonRetriable(TaskFailureDetails? details)
        => details?.ErrorType is ActivityTaskNotFound or OrchestratorTaskNotFound;

    public static Failure From(Exception exception) => exception switch
    {
        RecordedFailureException recorded => recorded.Failure,
        TaskFailedException failed => new(
            typeof(TaskFailedException).FullName!, failed.Message, failed.StackTrace, From(failed.FailureDetails)),
        AggregateException { InnerExceptions.Count: 1 } aggregate => From(aggregate.InnerException!),
        _ => new(
            exception.GetType().FullName!, exception.Message, exception.StackTrace,
            exception.InnerException is { } inner ? From(inner) : null),
    };

    public TaskFailureDetails ToDetails() => new(ErrorType, ErrorMessage, StackTrace, Inner?.ToDetails(), null);

    private static Failure? From(TaskFailureDetails? details) => details is null
        ? null
        : new(details.ErrorType, details.ErrorMessage, details.StackTrace, From(details.InnerFailure));
}

/// <summary>
/// Carries a recorded failure through an orchestrator: the inner exception of a failed activity call.
/// </summary>
internal sealed class RecordedFailureException(Failure failure) : Exception(failure.ErrorMessage)
{
    public Failure Failure { get; } = failure;
}
