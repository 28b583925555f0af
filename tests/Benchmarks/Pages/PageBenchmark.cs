using Sakip.Benchmarks.Engine;

namespace Sakip.Benchmarks.Pages;

/// <summary>
/// How long pages and JSON reads take with 50 people at once in an office of 200 sub-units, and how large pages are. A
/// person looks at a page for two seconds before opening the next.
/// </summary>
internal static class PageBenchmark
{
    private const int SubUnits = 200;
    private const int People = 50;
    private const double MostForPage = 100;
    private const double MostForRead = 50;
    private const int LargestPage = 100 * 1024;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(60);

    /// <param name="args"><c>--keep FOLDER</c> keeps the loaded office there, or uses the one that is there.</param>
    /// <returns>0 when every target is met.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var keep = args is ["--keep", var folder] ? Path.GetFullPath(folder) : null;
        await using var office = await LoadedOffice.StartAsync(keep, SubUnits);
        var targets = new Targets();
        var staff = await StaffAsync(office);
        var pages = await MeasureAsync(staff, reader => PagesOf(office.Unit, reader));
        Report("pages", pages, MostForPage, targets);
        targets.AtMost("largest page", LargestPage / 1024d, pages.Max(page => page.Bytes) / 1024d, "KB");
        foreach (var reader in staff)
            reader.Dispose();

        var machines = Enumerable
            .Range(0, People)
            .Select(_ => new Reader(office.Address, office.FunctionKey))
            .ToArray();
        Report("JSON reads", await MeasureAsync(machines, _ => ReadsOf(office.Unit)), MostForRead, targets);
        foreach (var reader in machines)
            reader.Dispose();
        return targets.Print() ? 0 : 1;
    }

    // Operators and heads for the most part, and those who look after the office.
    private static async Task<IReadOnlyList<Reader>> StaffAsync(LoadedOffice office)
    {
        string[] central =
        [
            "tiga.belas.dewanti@contoh.example",
            "satu.wijaya@contoh.example",
            "tujuh.belas.hartono@contoh.example",
            "delapan.belas.rahayu@contoh.example",
            "empat.belas.kusuma@contoh.example",
        ];
        var staff = new List<Reader>();
        foreach (var address in central.Concat(office.AddressesOf(People - central.Length)))
        {
            var reader = new Reader(office.Address);
            await reader.SignInAsync(office, address);
            staff.Add(reader);
        }

        return staff;
    }

    private static async Task<IReadOnlyList<Sample>> MeasureAsync(
        IReadOnlyList<Reader> readers,
        Func<int, IReadOnlyList<(string, string)>> pages
    )
    {
        Task<List<Sample>[]> All(TimeSpan @for) =>
            Task.WhenAll(readers.Select((reader, at) => reader.ReadAsync(pages(at), new Random(at), Pause, @for)));
        await All(WarmUp);
        return [.. (await All(Measured)).SelectMany(samples => samples)];
    }

    private static void Report(string what, IReadOnlyList<Sample> samples, double most, Targets targets)
    {
        Console.WriteLine();
        Console.WriteLine($"{what}: {samples.Count} in {Measured.TotalSeconds:0} s by {People} readers");
        Console.WriteLine($"{"", -4}{"", -34}{"count", 6}{"p50 ms", 9}{"p95 ms", 9}{"worst", 9}{"KB", 8}");
        foreach (
            var group in samples.GroupBy(sample => sample.Name).OrderByDescending(group => Percentile([.. group], 0.95))
        )
        {
            Sample[] of = [.. group];
            Console.WriteLine(
                FormattableString.Invariant(
                    $"    {group.Key, -34}{of.Length, 6}{Percentile(of, 0.5), 9:0}{Percentile(of, 0.95), 9:0}{of.Max(sample => sample.Milliseconds), 9:0}{of.Max(sample => sample.Bytes) / 1024d, 8:0.0}"
                )
            );
        }

        targets.AtMost($"{what}, p95 over all", most, Percentile(samples, 0.95), "ms");
        targets.AtMost(
            $"{what}, p95 of the slowest kind",
            most,
            samples
                .GroupBy(sample => sample.Name)
                .Where(group => group.Count() >= 20)
                .Max(group => Percentile([.. group], 0.95)),
            "ms"
        );
        targets.AtMost($"{what}, answers that are not 200", 0, samples.Count(sample => sample.Status != 200), "");
    }

    private static double Percentile(IReadOnlyList<Sample> samples, double share)
    {
        var sorted = samples.Select(sample => sample.Milliseconds).Order().ToArray();
        return sorted[Math.Min(sorted.Length - 1, (int)Math.Ceiling(sorted.Length * share) - 1)];
    }

    private static List<(string, string)> PagesOf(string unit, int reader)
    {
        var office = $"kantor/{unit}/2024";
        List<(string, string)> all =
        [
            ("offices", "kantor"),
            ("dashboard", office),
            ("tasks", office + "/tugas"),
            ("plan", office + "/rencana"),
            ("budget", office + "/anggaran"),
            ("agreements", office + "/perjanjian"),
            ("agreement", office + "/perjanjian/0"),
            ("quarters", office + "/triwulan"),
            ("quarter", office + "/triwulan/2"),
            ("findings", office + "/temuan"),
            ("figures", office + "/angka"),
            ("report", office + "/laporan"),
            ("documents", office + "/dokumen"),
            ("messages", office + "/pesan"),
            ("portal", ""),
        ];
        if (reader is 0 or 3)
        {
            all.AddRange([
                ("audit", office + "/audit"),
                ("audit, filtered", office + "/audit?cari=b0150"),
                ("settings", office + "/pengaturan"),
                ("open steps", office + "/persetujuan"),
                ("messages, failed", office + "/pesan?saring=gagal"),
                ("report of a sub-unit", office + "/triwulan/1/b0001"),
            ]);
        }

        return all;
    }

    private static IReadOnlyList<(string, string)> ReadsOf(string unit)
    {
        var office = $"api/offices/{unit}/2024";
        return
        [
            ("year", office),
            ("plan", office + "/plan"),
            ("quarter", office + "/quarters/2"),
            ("findings", office + "/findings"),
            ("figures", office + "/figures"),
            ("webhooks", office + "/webhooks"),
            ("waiting", office + "/waiting"),
            ("audit", office + "/audit"),
            ("messages", office + "/messages"),
            ("agreements", office + "/agreements"),
        ];
    }
}
