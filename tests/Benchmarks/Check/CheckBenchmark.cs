using System.Diagnostics;
using Sakip.Consistency;

namespace Sakip.Benchmarks.Check;

/// <summary>How long the check of the reference report takes, warm, and how it grows with the report.</summary>
internal static class CheckBenchmark
{
    private const double MostMilliseconds = 200;
    private const double MostTimes = 12;
    private const int Warm = 40;

    /// <returns>0 when both limits hold.</returns>
    public static int Run(TextWriter output)
    {
        var json = File.ReadAllBytes(
            Path.Combine(AppContext.BaseDirectory, "sample", "laporan-2024-tercetak", "laporan.json")
        );
        var report = PrintedReportReader.Read(json).Report!;
        var large = LargeReport.Of(report, 10);
        var read = Median(11, () => PrintedReportReader.Read(json));
        var one = Median(11, () => ReportChecker.Check(report));
        var ten = Median(5, () => ReportChecker.Check(large));
        var whole = read + one;
        output.WriteLine(
            $"laporan acuan: baca {read:0} ms, periksa {one:0} ms, bersama {whole:0} ms (batas {MostMilliseconds:0} ms), {ReportChecker.Check(report).Count} temuan"
        );
        output.WriteLine(
            $"sepuluh kali: {ten:0} ms, {ten / one:0.0} kali (batas {MostTimes:0} kali), {ReportChecker.Check(large).Count} temuan"
        );
        return whole <= MostMilliseconds && ten <= MostTimes * one ? 0 : 1;
    }

    private static double Median(int times, Action action)
    {
        // Until the runtime has compiled what is hot.
        for (var i = 0; i < Warm; i++)
            action();
        var taken = new List<double>();
        for (var i = 0; i < times; i++)
        {
            var start = Stopwatch.GetTimestamp();
            action();
            taken.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        taken.Sort();
        return taken[times / 2];
    }
}
