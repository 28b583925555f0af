namespace Sakip.Faults;

/// <summary>On which side of its effect a write fails.</summary>
internal enum StoreMoment
{
    BeforeEffect,
    AfterEffect,
}

/// <summary>The power of one host. It fails at a write as the plan says, and from then on nothing is written.</summary>
internal sealed class Power(FaultPlan plan, StorageOutages? outages = null) : IDisposable
{
    private readonly CancellationTokenSource _gone = new();

    /// <summary>When storage does not answer though the power is there.</summary>
    public StorageOutages? Outages => outages;

    public CancellationToken Gone => _gone.Token;

    /// <summary>The host's clock; before it is known, nothing fails.</summary>
    public TimeProvider? Clock { get; set; }

    /// <exception cref="PowerCutException">The write fails, or a former one has.</exception>
    public void Check(StoreMoment moment, IReadOnlyList<string> writes, string? shape = null)
    {
        // What was under way when another write failed may still come to its end, as with a real cut.
        if (_gone.IsCancellationRequested && moment == StoreMoment.BeforeEffect)
            throw new PowerCutException();
        if (Clock is not { } clock || !plan.Fails(clock.GetUtcNow(), moment, writes, shape))
            return;
        Cut();
        throw new PowerCutException();
    }

    public void Cut()
    {
        // Whoever waits for it may dispose this host.
        if (!_gone.IsCancellationRequested)
            _ = _gone.CancelAsync();
    }

    public void Dispose()
    {
        Cut();
        _gone.Dispose();
    }
}
