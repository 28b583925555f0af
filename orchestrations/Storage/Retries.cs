using Microsoft.DurableTask;

namespace Sakip.Storage;

/// <summary>Every retry policy of the app, by name.</summary>
public static class Retries
{
    /// <summary>Activities on tables and blobs: brief trouble passes within minutes.</summary>
    public static TaskOptions Storage { get; } = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 6, firstRetryInterval: TimeSpan.FromSeconds(2), backoffCoefficient: 2,
        maxRetryInterval: TimeSpan.FromMinutes(2)));

    /// <summary>Activities that make documents: a failure is rarely brief, so few attempts.</summary>
    public static TaskOptions Documents { get; } = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 3, firstRetryInterval: TimeSpan.FromSeconds(5), backoffCoefficient: 3,
        maxRetryInterval: TimeSpan.FromMinutes(5)));

    /// <summary>Receivers of webhooks: one that is away is tried for about a day, with growing waits.</summary>
    public static TaskOptions Webhooks { get; } = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 9, firstRetryInterval: TimeSpan.FromSeconds(30), backoffCoefficient: 4,
        maxRetryInterval: TimeSpan.FromHours(6)));
}
