using Microsoft.Extensions.Hosting;

namespace Sakip.Embedded.Hosting;

/// <summary>
/// How a stop goes: nothing new is begun and what runs is left to finish, then it is told to end, then it is cut off,
/// so that the process is gone within ten seconds.
/// </summary>
internal sealed class Drain : IDisposable
{
    /// <summary>How long the parts of the host may take to stop, all of them together.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(9);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    private readonly CancellationTokenSource ending = new();

    public Drain(IHostApplicationLifetime lifetime) =>
        lifetime.ApplicationStopping.Register(() => ending.CancelAfter(Patience));

    /// <summary>Fires when functions should come to their end, while there is still time for it.</summary>
    public CancellationToken Ending => ending.Token;

    public void Dispose() => ending.Dispose();
}
