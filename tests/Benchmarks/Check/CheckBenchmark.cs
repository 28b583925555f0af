using System.Diagnostics;
using Sakip.Consistency;
using Sakip.Tests.Orchestrations.Consistency;

namespace Sakip.Benchmarks.Check;

/// <summary>How long the check of the reference report takes, warm, and how it grows with the report.</summary>
internal static class CheckBenchmark
{
    private const double MostMilliseconds = 200;
    private const double MostTimes = 12;
    private const int Warm = 40;
    private const int Changes = 20_000;

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
        return whole <= MostMilliseconds && ten <= MostTimes * one && Broken(output) == 0 ? 0 : 1;
    }

    // Every part left out in turn, and random changes: the check ends with an answer for each.
    private static int Broken(TextWriter output)
    {
        var reports = new[] { "laporan.json", "laporan-diperbaiki.json" }
            .Select(file =>
                File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "sample", "laporan-2024-tercetak", file))
            )
            .ToList();
        var start = Stopwatch.GetTimestamp();
        var damaged = reports
            .SelectMany(report => ReportMutations.WithoutEach(report))
            .Concat(
                Enumerable
                    .Range(0, Changes)
                    .Select(seed => ($"benih {seed}", ReportMutations.Changed(reports[seed % 2], new Random(seed))))
            );
        var (times, broken) = (0, 0);
        foreach (var (what, report) in damaged)
        {
            times++;
            if (ReportMutations.Break(report) is not { } fault)
                continue;
            broken++;
            output.WriteLine($"  {what}: {fault.GetType().Name} {fault.StackTrace?.Split('\n')[0].Trim()}");
        }

        output.WriteLine(
            $"{times} laporan yang dirusak: {broken} membuat pemeriksaan gagal ({Stopwatch.GetElapsedTime(start).TotalSeconds:0} detik)"
        );
        return broken;
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
