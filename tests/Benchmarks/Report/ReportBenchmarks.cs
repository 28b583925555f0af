using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Sakip.Documents;
using Sakip.Documents.Pdf;
using Sakip.Reporting;

namespace Sakip.Benchmarks.Report;

/// <summary>Times the annual report's files, warm, with the process's peak of memory. `--keep FOLDER` leaves the files there.</summary>
internal static class ReportBenchmarks
{
    private const int Rounds = 5;
    private const int WarmingRounds = 3;
    private const int AtOnce = 10;

    public static async Task RunAsync(string[] args)
    {
        var keep = args is ["--keep", var folder, ..] ? folder : null;
        if (args is ["--only", var wanted, .. var rounds])
        {
            using var own = new FontLibrary();
            var year = SampleYear.Load(Path.Combine(AppContext.BaseDirectory, "sample", "biro-organisasi-2024"));
            Phases(
                wanted == "contoh" ? year : new OfficeOfSize(60, 12, 300, 60).From(year),
                own,
                rounds is [var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 6
            );
            return;
        }

        if (keep is not null)
            Directory.CreateDirectory(keep);
        using var fonts = new FontLibrary();
        var sample = SampleYear.Load(Path.Combine(AppContext.BaseDirectory, "sample", "biro-organisasi-2024"));
        (string Name, AnnualReportData Data)[] cases =
        [
            ("contoh", sample),
            ("1-indikator", new OfficeOfSize(1, 1, 1, 5).From(sample)),
            ("100-sub", new OfficeOfSize(20, 4, 100, 60).From(sample)),
            ("300-sub", new OfficeOfSize(60, 12, 300, 60).From(sample)),
            ("nama-250", new OfficeOfSize(6, 3, 20, 250).From(sample)),
        ];
        Console.WriteLine("Berkas laporan (PDF, Word, Excel), hangat:");
        foreach (var (name, data) in cases)
            Time(name, data, fonts, keep);
        await AtOnceAsync(sample, fonts);
    }

    private static void Time(string name, AnnualReportData data, FontLibrary fonts, string? keep)
    {
        var files = Files(data, fonts);
        if (keep is not null)
        {
            foreach (var (extension, bytes) in files)
                File.WriteAllBytes(Path.Combine(keep, $"{name}.{extension}"), bytes);
        }

        for (var i = 1; i < WarmingRounds; i++)
            Files(data, fonts);
        var (times, processor) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var i = 0; i < Rounds; i++)
        {
            var (watch, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            Files(data, fonts);
            times.Add(watch.Elapsed);
            processor.Add(Environment.CpuUsage.TotalTime - before);
        }

        times.Sort();
        processor.Sort();
        Console.WriteLine(
            $"  {name, -12} {Pages(data, fonts), 4} halaman   median {times[Rounds / 2].TotalMilliseconds, 6:0} ms   "
                + $"prosesor {processor[Rounds / 2].TotalMilliseconds, 6:0} ms   puncak {Process.GetCurrentProcess().PeakWorkingSet64 / 1024 / 1024, 4} MB"
        );
    }

    private static void Phases(AnnualReportData data, FontLibrary fonts, int rounds)
    {
        for (var i = 0; i < rounds; i++)
        {
            var cpu = Process.GetCurrentProcess();
            double Cpu()
            {
                cpu.Refresh();
                return cpu.TotalProcessorTime.TotalMilliseconds;
            }
            var a = Cpu();
            var document = AnnualReportDocument.Build(data);
            var b = Cpu();
            var pdf = new PdfWriter(fonts).Write(document);
            var c = Cpu();
            new DocxWriter(fonts).Write(document, pdf);
            var d = Cpu();
            new XlsxWriter().Write(document);
            Console.WriteLine(
                $"susun {b - a:0}  pdf {c - b:0}  docx {d - c:0}  xlsx {Cpu() - d:0}  jumlah {Cpu() - a:0}"
            );
        }
    }

    private static async Task AtOnceAsync(AnnualReportData data, FontLibrary fonts)
    {
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(() => Files(data, fonts))));
        Console.WriteLine(
            $"  {AtOnce} sekaligus: {watch.Elapsed.TotalMilliseconds:0} ms, puncak "
                + $"{Process.GetCurrentProcess().PeakWorkingSet64 / 1024 / 1024} MB"
        );
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static IReadOnlyList<(string Extension, byte[] Bytes)> Files(AnnualReportData data, FontLibrary fonts)
    {
        var document = AnnualReportDocument.Build(data);
        var files = new DocumentPrinter(new PdfWriter(fonts), new DocxWriter(fonts), new XlsxWriter()).PrintAll(
            document
        );
        return [("pdf", files.Pdf.Bytes), ("docx", files.Docx), ("xlsx", files.Xlsx)];
    }

    private static int Pages(AnnualReportData data, FontLibrary fonts) =>
        new PdfWriter(fonts).Write(AnnualReportDocument.Build(data)).PageCount;
}
