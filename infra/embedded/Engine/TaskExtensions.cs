namespace Sakip.Embedded.Engine;

internal static class TaskExtensions
{
    public static async Task<TResult> ContinueOnSuccess<T, TResult>(this Task<T> task, Func<T, TResult> next)
        => next(await task);
}
