using Microsoft.DurableTask;

namespace Sakip.Storage;

/// <summary>Every retry policy of the app, by name.</summary>
internal static class Retries
{
    /// <summary>Activities on tables and blobs of v1 instances: six tries within about a minute.</summary>
    public static TaskOptions Storage { get; } =
        TaskOptions.FromRetryPolicy(
            new RetryPolicy(
                maxNumberOfAttempts: 6,
                firstRetryInterval: TimeSpan.FromSeconds(2),
                backoffCoefficient: 2,
                maxRetryInterval: TimeSpan.FromMinutes(2)
            )
        );

    /// <summary>Activities that make documents: a failure is rarely brief, so few attempts.</summary>
    public static TaskOptions Documents { get; } =
        TaskOptions.FromRetryPolicy(
            new RetryPolicy(
                maxNumberOfAttempts: 3,
                firstRetryInterval: TimeSpan.FromSeconds(5),
                backoffCoefficient: 3,
                maxRetryInterval: TimeSpan.FromMinutes(5)
            )
        );

    /// <summary>Sections of the annual report: one that cannot be built goes back to the planner.</summary>
    public static TaskOptions Sections { get; } = new HandedBack(Documents);

    /// <summary>Documents that somebody asked for, who sees that one failed and asks again.</summary>
    public static TaskOptions OnRequest { get; } = new HandedBack(Documents);

    /// <summary>Receivers of webhooks: one that is away is tried for about a day, with growing waits.</summary>
    public static TaskOptions Webhooks { get; } =
        new HandedBack(
            TaskOptions.FromRetryPolicy(
                new RetryPolicy(
                    maxNumberOfAttempts: 9,
                    firstRetryInterval: TimeSpan.FromSeconds(30),
                    backoffCoefficient: 4,
                    maxRetryInterval: TimeSpan.FromHours(6)
                )
            )
        );
}

/// <summary>What fails in the end is handed back by the orchestrator itself: nobody has to mend it first.</summary>
internal sealed record HandedBack : TaskOptions
{
    public HandedBack(TaskOptions options)
        : base(options) { }
}
