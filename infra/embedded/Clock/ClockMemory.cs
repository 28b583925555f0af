using System.Globalization;

namespace Sakip.Embedded.Clock;

/// <summary>Keeps a virtual clock's instant, so that it resumes there after the process was killed.</summary>
/// <param name="clock">The clock.</param>
/// <param name="read">Reads the kept text.</param>
/// <param name="write">Keeps a text durably.</param>
internal sealed class ClockMemory(VirtualClock clock, Func<Task<string?>> read, Func<string, Task> write)
    : IAsyncDisposable
{
    /// <summary>Under which the engine's store keeps the instant.</summary>
    public const string Key = "clock";

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);
    private readonly CancellationTokenSource stopping = new();
    private Task beating = Task.CompletedTask;

    /// <summary>Moves the clock to where it last stood, or keeps where it begins; a running one's is kept as it goes.</summary>
    public async Task ResumeAsync()
    {
        if (await read() is { } text)
            clock.MoveTo(DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture));
        else await RecordAsync(clock.GetUtcNow());
        if (!clock.IsHeld) beating = BeatAsync();
    }

    public Task RecordAsync(DateTimeOffset instant) =>
        write(instant.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture));

    public async ValueTask DisposeAsync()
    {
        // The host disposes it when it stops, and the container once more.
        if (stopping.IsCancellationRequested) return;
        await stopping.CancelAsync();
        await beating;
        stopping.Dispose();
    }

    private async Task BeatAsync()
    {
        using var real = new PeriodicTimer(Beat);
        try
        {
            while (await real.WaitForNextTickAsync(stopping.Token)) await RecordAsync(clock.GetUtcNow());
        }
        catch (OperationCanceledException)
        {
            await RecordAsync(clock.GetUtcNow());
        }
    }
}
