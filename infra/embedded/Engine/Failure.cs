using Microsoft.DurableTask;

namespace Sakip.Embedded.Engine;

/// <summary>A failure as it stands in a history.</summary>
internal sealed record Failure(
    string ErrorType,
    string ErrorMessage,
    string? StackTrace = null,
    Failure? Inner = null,
    bool IsNonRetriable = false)
{
    public static Failure From(Exception exception) => exception switch
    {
        RecordedFailureException recorded => recorded.Failure,
        TaskFailedException failed => new(
            typeof(TaskFailedException).FullName!, failed.Message, failed.StackTrace,
            failed.InnerException is RecordedFailureException inner ? inner.Failure : Of(failed.FailureDetails)),
        AggregateException { InnerExceptions.Count: 1 } aggregate => From(aggregate.InnerException!),
        _ => new(
            exception.GetType().FullName!, exception.Message, exception.StackTrace,
            exception.InnerException is { } inner ? From(inner) : null),
    };

    public TaskFailureDetails ToDetails() => new(ErrorType, ErrorMessage, StackTrace, Inner?.ToDetails(), null);

    private static Failure? Of(TaskFailureDetails? details) => details is null
        ? null
        : new(details.ErrorType, details.ErrorMessage, details.StackTrace, Of(details.InnerFailure));
}

/// <summary>Carries a recorded failure through an orchestrator: the inner exception of a failed activity call.</summary>
internal sealed class RecordedFailureException(Failure failure) : Exception(failure.ErrorMessage)
{
    public Failure Failure { get; } = failure;
}
