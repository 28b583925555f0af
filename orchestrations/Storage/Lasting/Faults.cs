using Microsoft.DurableTask;

namespace Sakip.Storage;

/// <summary>An activity's failure, told apart by its type.</summary>
internal static class Faults
{
    private const int LongestDetail = 200;

    public static bool IsAway(TaskFailureDetails? failure) =>
        failure?.ErrorType == typeof(StorageAwayException).FullName;

    public static bool NeedsMending(TaskFailureDetails? failure) =>
        failure?.IsCausedBy<NeedsMendingException>() is true;

    /// <param name="faults">Failures of its own that the call has had.</param>
    public static bool IsTriedAgain(TaskFailureDetails? failure, TaskOptions? options, int faults) =>
        !NeedsMending(failure) && options?.Retry?.Policy is { } policy && faults < policy.MaxNumberOfAttempts;

    /// <summary>Whether the orchestrator itself says what comes of the failure.</summary>
    public static bool IsHandedBack(TaskFailureDetails? failure, TaskOptions? options, int faults) =>
        options is HandedBack && !IsAway(failure) && !IsTriedAgain(failure, options, faults);

    public static TimeSpan WaitAfter(TaskOptions? options, int faults)
    {
        var policy = options!.Retry!.Policy!;
        var wait = policy.FirstRetryInterval * Math.Pow(policy.BackoffCoefficient, faults - 1);
        return wait < policy.MaxRetryInterval ? wait : policy.MaxRetryInterval;
    }

    /// <summary>The kind of what has to be mended: the type's name without its namespace.</summary>
    public static string ReasonOf(TaskFailureDetails? failure) => failure?.ErrorType.Split('.', '+')[^1] ?? "Unknown";

    public static string DetailOf(TaskFailureDetails? failure) =>
        failure?.ErrorMessage is not { } message ? ""
        : message.Length <= LongestDetail ? message
        : message[..LongestDetail];
}
