using System.Text.Json.Nodes;

namespace Sakip.Tests.Orchestrations.Consistency;

/// <summary>
/// Whatever a report lacks or says oddly, the check ends with an answer: findings, or what is wrong with the file.
/// Tables, sections, columns and every seventh of the rows and keys are left out here; <c>./run bench check</c> leaves out
/// all of them in turn and changes 20,000 reports at random.
/// </summary>
public sealed class DamagedReportTests
{
    [Theory]
    [InlineData("laporan.json")]
    [InlineData("laporan-diperbaiki.json")]
    public void A_report_without_any_one_part_is_still_checked(string file)
    {
        foreach (var (what, report) in ReportMutations.WithoutEach(Sample(file), every: 7))
            Check(report, what);
    }

    [Fact]
    public void Reports_changed_at_random_are_still_checked()
    {
        var json = Sample("laporan.json");
        for (var seed = 0; seed < 150; seed++)
            Check(ReportMutations.Changed(json, new Random(seed)), $"seed {seed}");
    }

    // A budget table without programmes beside an agreement that has some, and a number of thirty decimals, and an
    // indicator whose name is marks alone.
    [Theory]
    [InlineData(99, "laporan-diperbaiki.json")]
    [InlineData(14595, "laporan-diperbaiki.json")]
    [InlineData(1212, "laporan.json")]
    [InlineData(1571, "laporan-diperbaiki.json")]
    public void Changes_that_once_broke_the_check_do_so_no_more(int seed, string file) =>
        Check(ReportMutations.Changed(Sample(file), new Random(seed)), $"seed {seed}");

    private static void Check(JsonNode report, string what)
    {
        if (ReportMutations.Break(report) is { } fault)
            throw new InvalidOperationException($"The check broke ({what}).", fault);
    }

    private static string Sample(string file) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "sample", "laporan-2024-tercetak", file));
}
