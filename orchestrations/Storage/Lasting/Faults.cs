using Microsoft.DurableTask;

namespace Sakip.Storage;

/// <summary>Storage does not answer, or not in time: time mends it.</summary>
public sealed class StorageAwayException : Exception
{
    public StorageAwayException()
        : this("Storage does not answer.")
    {
    }

    public StorageAwayException(string message)
        : base(message)
    {
    }

    public StorageAwayException(string message, Exception inner)
        : base(message, inner)
    {
    }
}

/// <summary>What time does not mend: a person has to.</summary>
public abstract class NeedsMendingException(string message) : Exception(message);

/// <summary>An activity's failure, told apart by its type.</summary>
internal static class Faults
{
    private const int LongestDetail = 200;

    // What crosses from an activity is lean and typed; the others are of those who failed before they could say so.
    private static readonly HashSet<string> Away = new(StringComparer.Ordinal)
    {
        typeof(StorageAwayException).FullName!,
        "Azure.RequestFailedException",
        "System.TimeoutException",
        "System.OperationCanceledException",
        "System.Threading.Tasks.TaskCanceledException",
        "System.Net.Http.HttpRequestException",
        "System.IO.IOException",
    };

    public static bool IsAway(TaskFailureDetails? failure) => failure is not null && Away.Contains(failure.ErrorType);

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
