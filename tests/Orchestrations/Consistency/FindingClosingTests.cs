using Sakip.Consistency;
using Sakip.Planning;

namespace Sakip.Tests.Orchestrations.Consistency;

/// <summary>What pages no longer ask anybody to look at.</summary>
public sealed class FindingClosingTests
{
    private const string First = "agreement.biro.2024.0";
    private const string Revised = "agreement.biro.2024.1";
    private const string Report = "annual-report.biro.2024.1";
    private static readonly DateTimeOffset Then = new(2024, 1, 3, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Findings_of_a_replaced_agreement_are_closed_whatever_their_level()
    {
        var shown = new FindingClosing(1, null).Of([
            Record(First, FindingLevel.Blocker),
            Record(Revised, FindingLevel.Blocker, "Lain."),
        ]);

        Assert.Equal([FindingStatus.Closed, FindingStatus.Open], shown.Select(one => one.Status));
        Assert.Contains("digantikan", shown[0].ClosedBecause, StringComparison.Ordinal);
        Assert.False(shown[0].Blocks);
    }

    [Fact]
    public void Of_the_same_finding_on_several_documents_the_latest_is_shown()
    {
        var shown = new FindingClosing(0, null).Of([
            Record(First, FindingLevel.Warning),
            Record(Report, FindingLevel.Warning, at: Then.AddDays(300)),
        ]);

        Assert.Equal([FindingStatus.Closed, FindingStatus.Open], shown.Select(one => one.Status));
    }

    [Fact]
    public void A_published_report_closes_what_was_found_before_and_no_blocker()
    {
        var published = Then.AddDays(400);
        var shown = new FindingClosing(0, published).Of([
            Record(Report, FindingLevel.Warning),
            Record(Report, FindingLevel.Blocker, "Penghalang."),
            Record(Report, FindingLevel.Warning, "Ditemukan kemudian.", published.AddDays(1)),
        ]);

        Assert.Equal([FindingStatus.Closed, FindingStatus.Open, FindingStatus.Open], shown.Select(one => one.Status));
    }

    private static FindingRecord Record(
        string subject,
        FindingLevel level,
        string explanation = "Target kurang menantang.",
        DateTimeOffset? at = null
    ) =>
        new(
            subject,
            new Finding("id", "K-IN-04", level, "", explanation, ["Lampiran"], null, null, null, "Jelaskan.", null),
            FindingStatus.Open,
            at ?? Then,
            null,
            null,
            []
        );
}
