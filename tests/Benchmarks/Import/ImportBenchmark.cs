using System.Diagnostics;
using System.Globalization;
using Sakip.Planning;

namespace Sakip.Benchmarks.Import;

/// <summary>Reads and checks a workbook of 5,000 rows, sound and with 500 errors, and says what it took beside the targets.</summary>
internal static class ImportBenchmark
{
    private const int Rows = 5_000;
    private const int Wrong = 500;

    // So many are told, and one that says so.
    private const int MostErrors = 100;
    private const double MostSeconds = 2;
    private const double MostMegabytes = 200;

    /// <summary>Makes the workbooks here and has them read by a process that does nothing else, so that its memory is the import's.</summary>
    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("sakip-import-").FullName;
        var (sound, broken) = (Path.Combine(folder, "benar.xlsx"), Path.Combine(folder, "salah.xlsx"));
        var list = Path.Combine(folder, "rekap.xlsx");
        await File.WriteAllBytesAsync(list, LargeList.Workbook(Rows));
        await File.WriteAllBytesAsync(sound, LargePlan.Workbook(wrong: 0));
        await File.WriteAllBytesAsync(broken, LargePlan.Workbook(wrong: Wrong));
        Console.WriteLine($"Buku kerja: {Rows} baris, {new FileInfo(sound).Length / 1024} KB.");
        using var reader = Process.Start(
            Environment.ProcessPath!,
            Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal)
                ? [typeof(ImportBenchmark).Assembly.Location, "import", sound, broken, list]
                : ["import", sound, broken, list]
        );
        await reader.WaitForExitAsync();
        Directory.Delete(folder, recursive: true);
        return reader.ExitCode;
    }

    public static int Read(string sound, string broken, string list)
    {
        // The first reading compiles; a person's upload may well be the first, so it counts.
        var results = new[]
        {
            Measure("impor pertama (termasuk kompilasi)", sound, errors: 0),
            Measure("impor berikutnya", sound, errors: 0),
            Measure("impor dengan 500 kesalahan", broken, errors: MostErrors + 1),
            MeasureList("daftar sub kegiatan", list),
        };
        using var me = Process.GetCurrentProcess();
        var peak = me.PeakWorkingSet64 / (1024.0 * 1024);
        var fits = peak <= MostMegabytes;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"memori puncak proses: {peak:F0} MB (target ≤ {MostMegabytes:F0} MB) {Mark(fits)}"
            )
        );
        return results.All(result => result) && fits ? 0 : 1;
    }

    private static bool Measure(string what, string path, int errors)
    {
        using var file = File.OpenRead(path);
        using var me = Process.GetCurrentProcess();
        var worked = me.TotalProcessorTime;
        var began = Stopwatch.GetTimestamp();
        var reading = PlanWorkbook.Read(file);
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        me.Refresh();
        var processor = (me.TotalProcessorTime - worked).TotalSeconds;
        var rows = reading.Counts.Sum(count => count.Rows);
        var holds = reading.Errors.Count == errors && rows == Rows && seconds <= MostSeconds;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{what}: {rows} baris, {reading.Errors.Count} kesalahan, {seconds:F2} s (target ≤ {MostSeconds:F0} s; prosesor {processor:F2} s) {Mark(holds)}"
            )
        );
        foreach (var error in holds ? [] : reading.Errors.Take(5))
            Console.WriteLine($"  {error.Cell}: {error.Message}");
        return holds;
    }

    // What a person waits for on the preview: the list read, put together and checked.
    private static bool MeasureList(string what, string path)
    {
        var (file, plan) = (File.ReadAllBytes(path), LargeList.Plan());
        var began = Stopwatch.GetTimestamp();
        var import = new BudgetListImport(file, "rekap.xlsx") { Stage = BudgetStage.Shift, Column = "pagu" };
        var reading = BudgetListFile.Read(import, plan, []);
        var merged = ListMerge.Of(import, reading.Rows, plan, new ListMemory([plan.Budget]));
        var errors = PlanRules.Check(plan with { Budget = plan.Budget with { Programmes = merged.Programmes } }, []);
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var holds = reading.Errors.Count == 0 && reading.Rows.Count == Rows && seconds <= MostSeconds;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{what}: {reading.Rows.Count} baris, {errors.Count} yang belum dipilih, {seconds:F2} s (target ≤ {MostSeconds:F0} s) {Mark(holds)}"
            )
        );
        return holds;
    }

    private static string Mark(bool holds) => holds ? "✔" : "✘";
}
