namespace Microsoft.DurableTask;

/// <summary>Repeats a failed task with growing delays.</summary>
public class RetryPolicy
{
    private Func<TaskFailureDetails, bool>? handleFailure;

    /// <exception cref="ArgumentOutOfRangeException">An argument is below its least value.</exception>
    public RetryPolicy(
        int maxNumberOfAttempts,
        TimeSpan firstRetryInterval,
        double backoffCoefficient = 1.0,
        TimeSpan? maxRetryInterval = null,
        TimeSpan? retryTimeout = null)
    {
        MaxRetryInterval = maxRetryInterval ?? TimeSpan.FromHours(1);
        RetryTimeout = retryTimeout ?? Timeout.InfiniteTimeSpan;
        Require(maxNumberOfAttempts > 0, nameof(maxNumberOfAttempts), maxNumberOfAttempts, "greater than zero");
        Require(
            firstRetryInterval > TimeSpan.Zero, nameof(firstRetryInterval), firstRetryInterval, "greater than zero");
        Require(backoffCoefficient >= 1, nameof(backoffCoefficient), backoffCoefficient, "at least one");
        Require(
            MaxRetryInterval >= firstRetryInterval || IsInfinite(MaxRetryInterval),
            nameof(maxRetryInterval), MaxRetryInterval, "at least the first retry interval");
        Require(
            RetryTimeout >= firstRetryInterval || IsInfinite(RetryTimeout),
            nameof(retryTimeout), RetryTimeout, "at least the first retry interval");
        MaxNumberOfAttempts = maxNumberOfAttempts;
        FirstRetryInterval = firstRetryInterval;
        BackoffCoefficient = backoffCoefficient;
    }

    /// <summary>All attempts, the first included.</summary>
    public int MaxNumberOfAttempts { get; }

    /// <summary>The delay before the second attempt.</summary>
    public TimeSpan FirstRetryInterval { get; }

    /// <summary>By what each delay is longer than the one before.</summary>
    public double BackoffCoefficient { get; }

    /// <summary>The longest delay; one hour unless told otherwise.</summary>
    public TimeSpan MaxRetryInterval { get; }

    /// <summary>How long after the first attempt the last one may begin; infinite unless told otherwise.</summary>
    public TimeSpan RetryTimeout { get; }

    /// <summary>Which failures are retried; all unless told otherwise.</summary>
    public Func<TaskFailureDetails, bool> HandleFailure
    {
        init => handleFailure = value;
    }

    /// <summary><see cref="HandleFailure"/> for an exception that a task threw.</summary>
    public Func<Exception, bool> Handle => exception => Retries(TaskFailureDetails.FromException(exception));

    internal bool Retries(TaskFailureDetails failure) => handleFailure?.Invoke(failure) ?? true;

    internal static bool IsInfinite(TimeSpan span) => span == Timeout.InfiniteTimeSpan;

    private static void Require(bool holds, string name, object value, string rule)
    {
        if (!holds) throw new ArgumentOutOfRangeException(name, value, $"The value must be {rule}.");
    }
}
