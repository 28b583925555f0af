using System.Diagnostics;
using System.Globalization;

namespace Sakip.Rehearsal;

/// <summary>Shows the year month by month: a bar on a terminal, a line a month elsewhere; and times the phases.</summary>
internal sealed class Progress(TextWriter output, bool isTerminal, Scenario? scenario = null)
{
    private const int Months = 15;

    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");

    private readonly List<(string Name, TimeSpan Took)> _phases = [];
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private (int Year, int Month) _month;
    private int _decisions;

    public void Decided() => Interlocked.Increment(ref _decisions);

    public void At(DateTimeOffset now, int letters)
    {
        var local = now.ToOffset(scenario?.Offset ?? TimeSpan.Zero);
        if ((local.Year, local.Month) == _month)
            return;
        _month = (local.Year, local.Month);
        var name = local.ToString("MMMM yyyy", Indonesian).PadRight(15);
        var line = $"{name} pesan {letters, 4}   keputusan {_decisions, 4}";
        if (!isTerminal)
        {
            output.WriteLine(line);
            return;
        }

        var done = Math.Clamp((local.Year - (scenario?.Year ?? local.Year)) * 12 + local.Month, 1, Months);
        output.Write($"\r{new string('█', done * 2)}{new string('░', (Months - done) * 2)}  {line}");
    }

    /// <summary>Ends a phase: what passed since the phase before is its time.</summary>
    public void Phase(string name)
    {
        _phases.Add((name, _watch.Elapsed));
        _watch.Restart();
    }

    public void Close()
    {
        if (isTerminal)
            output.WriteLine();
        output.WriteLine();
        foreach (var (name, took) in _phases)
            output.WriteLine($"{name, -34}{Seconds(took)}");
        var total = TimeSpan.FromTicks(_phases.Sum(phase => phase.Took.Ticks));
        output.WriteLine($"{"Seluruhnya", -34}{Seconds(total)}");
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.0", Indonesian).PadLeft(6) + " detik";
}
