namespace Sakip.Host.Clock;

/// <param name="Reached">True when the instant asked for is reached and everything due by then has settled.</param>
internal sealed record ClockReading(DateTimeOffset Now, DateTimeOffset? NextDue, bool Reached);

/// <summary>Moves a virtual clock from one due instant to the next, and only while no work is queued or running.
/// Entries that are due at one instant fire one after another, each after the former's work has settled.</summary>
internal sealed class ClockSteps(VirtualClock clock, WorkGate gate, ClockMemory memory) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1);

    public ClockReading Read() => new(clock.GetUtcNow(), clock.NextDue, false);

    /// <summary>Moves to the next due instant, or to <paramref name="until"/> if nothing is due before it.</summary>
    /// <exception cref="OperationCanceledException">Work ran on; the clock stands where it came to.</exception>
    public async Task<ClockReading> StepAsync(DateTimeOffset until, CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            await SettleAsync(cancellation);
            var target = clock.NextDue is { } due && due < until ? due : until;
            if (target > clock.GetUtcNow())
            {
                // It is durable before the clock moves there.
                await memory.RecordAsync(target);
                clock.MoveTo(target);
                await SettleAsync(cancellation);
            }
            var (now, next) = (clock.GetUtcNow(), clock.NextDue);
            return new ClockReading(now, next, now >= until && !(next <= until));
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task SettleAsync(CancellationToken cancellation)
    {
        do await gate.WhenIdleAsync(cancellation);
        while (clock.FireNext());
    }
}
