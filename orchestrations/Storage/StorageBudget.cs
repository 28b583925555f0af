using System.Diagnostics;

namespace Sakip.Storage;

/// <summary>
/// How long one request may wait for storage in all. Calls beside each other spend it once. Who has spent it is told at
/// once that storage is away, whatever else is tried.
/// </summary>
internal sealed class StorageBudget(TimeSpan whole)
{
    private static readonly AsyncLocal<StorageBudget?> Flowing = new();

    private readonly Lock _access = new();
    private TimeSpan _spent;
    private int _under;
    private long _since;

    /// <summary>That of the request on whose behalf this runs; null in the background.</summary>
    public static StorageBudget? Current => Flowing.Value;

    /// <summary>All that follows from here spends this budget.</summary>
    public static void Begin(TimeSpan whole) => Flowing.Value = new StorageBudget(whole);

    /// <summary>Makes a call within what is left, of which it is told.</summary>
    /// <exception cref="StorageAwayException">Nothing is left, or the call took what was left.</exception>
    public async Task SpendAsync(Func<TimeSpan, Task> call, CancellationToken cancellation)
    {
        var left = Enter();
        try
        {
            if (left <= TimeSpan.Zero)
                throw Spent();
            var under = call(left);
            try
            {
                await under.WaitAsync(left, cancellation);
            }
            catch (Exception failure)
                when ((failure is TimeoutException || Left <= TimeSpan.Zero) && !cancellation.IsCancellationRequested)
            {
                // Left to itself: what becomes of it shows when somebody looks again.
                _ = under.ContinueWith(late => late.Exception, TaskScheduler.Default);
                throw Spent(failure);
            }
        }
        finally
        {
            Leave();
        }
    }

    /// <exception cref="StorageAwayException">Nothing is left.</exception>
    public void ThrowIfSpent()
    {
        if (Left <= TimeSpan.Zero)
            throw Spent();
    }

    private TimeSpan Left
    {
        get
        {
            lock (_access)
                return whole - _spent - (_under > 0 ? Stopwatch.GetElapsedTime(_since) : TimeSpan.Zero);
        }
    }

    private StorageAwayException Spent(Exception? failure = null) =>
        failure as StorageAwayException
        ?? new StorageAwayException(
            $"Storage did not answer within the {whole.TotalSeconds:0.#} s that a request has."
        );

    private TimeSpan Enter()
    {
        lock (_access)
        {
            if (_under++ == 0)
                _since = Stopwatch.GetTimestamp();
            return whole - _spent - Stopwatch.GetElapsedTime(_since);
        }
    }

    private void Leave()
    {
        lock (_access)
        {
            if (--_under == 0)
                _spent += Stopwatch.GetElapsedTime(_since);
        }
    }
}
