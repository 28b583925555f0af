using System.Globalization;

namespace Sakip.Rehearsal.Generated;

/// <summary>What a rehearsal of a large office is measured by.</summary>
internal sealed class Verdict(RehearsalOptions options, TextWriter output)
{
    private const int Quarters = 4;
    private const int MostCalls = 40;
    private const long MostMemory = 1024L * 1024 * 1024;

    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");

    /// <returns>Whether everything is within its limit.</returns>
    public bool Show(int letters, long memory, TimeSpan played)
    {
        var calls = StorageCalls.In(options.Data);
        var each = calls.Sum(call => call.Count) / (double)(options.SubUnits * Quarters);
        output.WriteLine();
        Line("Tahun dimainkan", $"{played.TotalSeconds:N1} detik", true);
        Line("Memori terbanyak aplikasi", $"{memory / 1024 / 1024:N0} MB", memory < MostMemory);
        Line("Panggilan penyimpanan per sub-unit dan triwulan", $"{each:N1}", each <= MostCalls);
        // The play ends only when the mailbox has passed its check.
        Line("Pesan, tidak satu pun ganda atau kepada yang sudah selesai", $"{letters:N0}", true);
        output.WriteLine();
        foreach (var (method, place, count) in calls.Take(12))
        {
            output.WriteLine(
                string.Create(Indonesian, $"{count / (double)(options.SubUnits * Quarters), 8:N2}  {method} {place}")
            );
        }

        return memory < MostMemory && each <= MostCalls;
    }

    private void Line(string what, FormattableString figure, bool isGood) =>
        output.WriteLine($"{(isGood ? "✓" : "✗")} {what, -58}{figure.ToString(Indonesian), 12}");
}
