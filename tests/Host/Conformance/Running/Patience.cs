using System.Diagnostics;

namespace Sakip.Tests.Host.Conformance.Running;

/// <summary>Waiting for what another process does.</summary>
internal static class Patience
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static Task UntilAsync(Func<bool> happened, Func<string> problem) =>
        UntilAsync(() => Task.FromResult(happened()), problem);

    public static async Task UntilAsync(Func<Task<bool>> happened, Func<string> problem)
    {
        var began = Stopwatch.GetTimestamp();
        while (!await happened())
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < Limit, problem());
            await Task.Delay(Look, Cancellation);
        }
    }
}
