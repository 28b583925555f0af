namespace Sakip.Host.Clock;

/// <summary>Keeps a virtual clock's instant in the engine's store, so that it resumes there after a kill.</summary>
internal sealed class ClockMemory(VirtualClock clock, DurableEngine engine) : IAsyncDisposable
{
    public const string Key = "clock";

    private readonly PeriodicTimer _beat = new(TimeSpan.FromSeconds(1));
    private Task _beating = Task.CompletedTask;

    /// <summary>Moves the clock to where it last stood, or keeps where it begins; if it runs, how it goes.</summary>
    public async Task ResumeAsync()
    {
        if (await engine.GetMetaAsync(Key) is { } text)
            clock.MoveTo(DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture));
        else
            await RecordAsync(clock.GetUtcNow());
        if (!clock.IsHeld)
            _beating = BeatAsync();
    }

    public Task RecordAsync(DateTimeOffset instant) =>
        engine.SetMetaAsync(Key, instant.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture));

    public async ValueTask DisposeAsync()
    {
        _beat.Dispose();
        await _beating;
    }

    private async Task BeatAsync()
    {
        while (await _beat.WaitForNextTickAsync())
            await RecordAsync(clock.GetUtcNow());
        await RecordAsync(clock.GetUtcNow());
    }
}
