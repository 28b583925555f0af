using System.Globalization;
using System.Text.RegularExpressions;

namespace Sakip.Rehearsal.Generated;

/// <summary>What a rehearsal of a large office is measured by.</summary>
internal sealed partial class Verdict(RehearsalOptions options, TextWriter output)
{
    private const int Quarters = 4;
    private const int MostCalls = 40;
    private const long MostMemory = 1024L * 1024 * 1024;

    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");

    /// <returns>Whether everything is within its limit.</returns>
    public bool Show(int letters, long memory, TimeSpan played)
    {
        var calls = Calls();
        var each = calls.Sum(call => call.Count) / (double)(options.SubUnits * Quarters);
        output.WriteLine();
        Line("Tahun dimainkan", $"{played.TotalSeconds:N1} detik", true);
        Line("Memori terbanyak aplikasi", $"{memory / 1024 / 1024:N0} MB", memory < MostMemory);
        Line("Panggilan penyimpanan per sub-unit dan triwulan", $"{each:N1}", each <= MostCalls);
        // The play ends only when the mailbox has passed its check.
        Line("Pesan, tidak satu pun ganda atau kepada yang sudah selesai", $"{letters:N0}", true);
        output.WriteLine();
        foreach (var (what, count) in calls.Take(12))
        {
            output.WriteLine(
                string.Create(Indonesian, $"{count / (double)(options.SubUnits * Quarters),8:N2}  {what}"));
        }

        return memory < MostMemory && each <= MostCalls;
    }

    private void Line(string what, FormattableString figure, bool isGood) =>
        output.WriteLine($"{(isGood ? "✓" : "✗")} {what,-58}{figure.ToString(Indonesian),12}");

    /// <summary>The calls as the emulator logged them, by method and place, most first.</summary>
    private List<(string What, int Count)> Calls() =>
    [
        .. File.ReadLines(Path.Combine(options.Data, "azurite", "azurite.log"))
            .Select(line => Call().Match(line)).Where(match => match.Success)
            .GroupBy(match => $"{match.Groups[1].Value} {match.Groups[2].Value}")
            .Select(group => (group.Key, group.Count())).OrderByDescending(call => call.Item2),
    ];

    [GeneratedRegex("""\"(GET|HEAD|PUT|POST|MERGE|PATCH|DELETE) /[^/ ]+/([A-Za-z$-]+)""")]
    private static partial Regex Call();
}
