using Microsoft.DurableTask;

namespace Sakip.Embedded.Engine.Execution;

/// <summary>Repeats a call as its retry options say. Delays are durable timers and take ids of their own.</summary>
internal static class RetryLoop
{
    public static Task<T> Run<T>(
        OrchestrationContext context, TaskRetryOptions? retry, Func<Task<T>> call) => retry switch
        {
            { Policy: { } policy } => Run(context, policy, call),
            { Handler: { } handler } => Run(context, handler, call),
            _ => call(),
        };

    /// <summary>The delay after the given failed attempt (1 is the first).</summary>
    public static TimeSpan Delay(RetryPolicy policy, int attempt)
    {
        var most = RetryPolicy.IsInfinite(policy.MaxRetryInterval) ? TimeSpan.MaxValue : policy.MaxRetryInterval;
        var ticks = policy.FirstRetryInterval.Ticks * Math.Pow(policy.BackoffCoefficient, attempt - 1);
        return ticks < most.Ticks ? TimeSpan.FromTicks((long)ticks) : most;
    }

    private static async Task<T> Run<T>(OrchestrationContext context, RetryPolicy policy, Func<Task<T>> call)
    {
        var first = context.CurrentUtcDateTime;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await call();
            }
            catch (TaskFailedException failure) when (GoesOn(failure))
            {
                // REPLAY: the official engine sets a timer after the last attempt too; it fires at once.
                var isLast = attempt == policy.MaxNumberOfAttempts;
                var delay = isLast ? TimeSpan.Zero : Delay(policy, attempt);
                await context.SingleTimer(context.CurrentUtcDateTime + delay, CancellationToken.None);
                if (isLast) throw;
            }
        }

        bool GoesOn(TaskFailedException failure) =>
            !Failure.IsNonRetriable(failure.FailureDetails)
            && (failure.FailureDetails is null || policy.Retries(failure.FailureDetails))
            && (RetryPolicy.IsInfinite(policy.RetryTimeout)
                || context.CurrentUtcDateTime - first < policy.RetryTimeout);
    }

    private static async Task<T> Run<T>(OrchestrationContext context, AsyncRetryHandler handler, Func<Task<T>> call)
    {
        var first = context.CurrentUtcDateTime;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await call();
            }
            catch (TaskFailedException failure) when (!Failure.IsNonRetriable(failure.FailureDetails))
            {
                var asked = new RetryContext(
                    context, attempt, failure.FailureDetails, context.CurrentUtcDateTime - first,
                    CancellationToken.None);
                if (!await handler(asked)) throw;
            }
        }
    }
}
