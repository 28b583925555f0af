using Sakip.Consistency;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Tests.Orchestrations.Consistency;

/// <summary>The reference report as printed, faults included.</summary>
public sealed class SeedReportTests
{
    private static readonly string Json = Read("laporan.json");
    private static readonly IReadOnlyList<Finding> Findings = ReportChecker.Check(Json);

    private static string Read(string name) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "sample", "laporan-2024-tercetak", name));

    [Fact]
    public void It_yields_exactly_the_expected_findings() =>
        Assert.Equal(
            CanonicalJson.Deserialize<List<Expected>>(Read("temuan.json")),
            Findings.Select(finding => new Expected(
                finding.Code,
                finding.Level,
                finding.Where[0],
                finding.Explanation,
                finding.ValueA,
                finding.ValueB
            ))
        );

    [Fact]
    public void What_is_right_in_it_is_left_alone()
    {
        Assert.DoesNotContain(Findings, finding => finding.Code == "K-AG-02");
        Assert.DoesNotContain(Findings, finding => finding.Code == "K-HT-01" && finding.Where[0] == "Tabel 3.9");
        Assert.DoesNotContain(
            Findings,
            finding => finding.Code == "K-HT-01" && finding.Where[0] == "Tabel 3.3" && finding.Level > FindingLevel.Info
        );
    }

    [Theory]
    [InlineData("\"92.48\"", "\"92.49\"", "K-HT-01")]
    [InlineData("\"314,114,950.00\"", "\"314,114,951.00\"", "K-AG-02")]
    [InlineData("\"2,354,041,055\"", "\"2,354,041,056\"", "K-AG-02")]
    [InlineData("\"Rp. 3.652.226.410\"", "\"Rp. 3.652.226.411\"", "K-PK-05")]
    [InlineData("Rp.2,940,235,465,-", "Rp.2,940,235,466,-", "K-AG-04")]
    public void A_figure_that_is_changed_is_found(string right, string wrong, string code)
    {
        var changed = ReportChecker.Check(Json.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Contains(changed, finding => finding.Code == code && Findings.All(known => known.Id != finding.Id));
    }

    [Fact]
    public void An_office_sets_its_own_levels() =>
        Assert.All(
            ReportChecker
                .Check(Json, new RuleLevels([new RuleLevel("K-AG-03", FindingLevel.Info)]))
                .Where(f => f.Code == "K-AG-03"),
            finding => Assert.Equal(FindingLevel.Info, finding.Level)
        );

    private sealed record Expected(
        string Code,
        FindingLevel Level,
        string Where,
        string Explanation,
        string? ValueA,
        string? ValueB
    );
}
