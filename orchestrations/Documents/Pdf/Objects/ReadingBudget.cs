using System.Diagnostics;

namespace Sakip.Documents.Pdf.Objects;

/// <summary>
/// What reading may cost: bytes unpacked or parsed, objects made, and time. One budget is spent by everything that one
/// request reads, so that a file cannot have the same work done again and again. Not for use by two threads at once.
/// </summary>
internal sealed class ReadingBudget(long bytes, long objects, TimeSpan time, CancellationToken cancellation = default)
{
    private const int StepsBetweenLooks = 4096;

    private readonly long _start = Stopwatch.GetTimestamp();
    private long _bytes = bytes;
    private long _objects = objects;
    private int _steps;

    /// <summary>For a file of our own making, or one that a check has let in.</summary>
    public static ReadingBudget Generous() => new(512L * 1024 * 1024, 20_000_000, TimeSpan.FromMinutes(1));

    public void SpendBytes(long count)
    {
        _bytes -= count;
        if (_bytes < 0)
        {
            throw new ReadingBudgetException("The file unfolds into too much.");
        }

        Look();
    }

    public void SpendObject()
    {
        _objects--;
        if (_objects < 0)
        {
            throw new ReadingBudgetException("The file has too many objects.");
        }

        if (++_steps >= StepsBetweenLooks)
        {
            _steps = 0;
            Look();
        }
    }

    private void Look()
    {
        cancellation.ThrowIfCancellationRequested();
        if (Stopwatch.GetElapsedTime(_start) > time)
        {
            throw new ReadingBudgetException("The file takes too long to read.");
        }
    }
}

/// <summary>The file costs more to read than it may; nothing is said of what it holds.</summary>
internal sealed class ReadingBudgetException : PdfFormatException
{
    public ReadingBudgetException() { }

    public ReadingBudgetException(string message)
        : base(message) { }

    public ReadingBudgetException(string message, Exception innerException)
        : base(message, innerException) { }
}
