namespace Sakip.Kernel;

/// <summary>
/// The reading of one file that somebody handed in. A machine does two of them at once and no more, and none for somebody
/// who has left: whoever reads looks here again and again.
/// </summary>
internal sealed class FileReading : IDisposable
{
    /// <summary>What one file may take; a file of people takes a fraction of it.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private const int AtOnce = 2;
    private static readonly SemaphoreSlim Places = new(AtOnce, AtOnce);
    private static readonly AsyncLocal<FileReading?> Current = new();
    private readonly CancellationTokenSource _left;
    private int _isOver;

    private FileReading(CancellationTokenSource left) => _left = left;

    /// <summary>Cancelled when whoever asked has left; outside a reading, never.</summary>
    public static CancellationToken Cancellation => Current.Value?._left.Token ?? CancellationToken.None;

    /// <summary>Takes a place; the work ends with the invocation or with the connection.</summary>
    /// <exception cref="FileReadingBusyException">Two files are being read.</exception>
    public static FileReading Begin(CancellationToken invocation, CancellationToken connection = default)
    {
        if (!Places.Wait(TimeSpan.Zero))
            throw new FileReadingBusyException();
        var reading = new FileReading(CancellationTokenSource.CreateLinkedTokenSource(invocation, connection));
        Current.Value = reading;
        return reading;
    }

    public static void Check() => Cancellation.ThrowIfCancellationRequested();

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isOver, 1) != 0)
            return;
        Current.Value = null;
        Places.Release();
        _left.Dispose();
    }
}

/// <summary>Other files are being read; a few seconds later there is room.</summary>
internal sealed class FileReadingBusyException : Exception
{
    public const int RetrySeconds = 5;

    public FileReadingBusyException()
        : base("Two files are being read.") { }

    public FileReadingBusyException(string message)
        : base(message) { }

    public FileReadingBusyException(string message, Exception innerException)
        : base(message, innerException) { }
}
