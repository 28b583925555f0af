namespace Sakip.Tests.Browser;

/// <summary>
/// The sample's year done in the browser, each person in their own: the administrator imports the plan, the parties sign,
/// operators report, heads approve, verifiers verify. Nobody knows more than their mailbox and what the pages show.
/// </summary>
public sealed class YearByHandTests(Screens screens)
{
    private static readonly DateTimeOffset AfterFirstQuarter = new(2024, 4, 12, 0, 0, 0, TimeSpan.Zero);

    [Fact(Explicit = true)]
    public async Task Agreement_and_a_report_are_done_by_hand_from_the_import_on()
    {
        await using var year = new YearByHand(screens) { OnlySubUnit = "Perpustakaan" };
        await year.ImportPlanAsync();
        await year.LiveUntilAsync(now => now >= AfterFirstQuarter || year.Decisions == 5);

        // Two signatures, and of one sub-unit the report, its approval and its verification.
        Assert.True(year.Decisions == 5, $"{year.Decisions} decisions until {year.Now}");
    }

    /// <summary>Takes minutes; run it by name before a release.</summary>
    [Fact(Explicit = true)]
    public async Task The_whole_year_is_done_by_hand_from_import_to_publication()
    {
        await using var year = new YearByHand(screens);
        await year.ImportPlanAsync();
        await year.LiveUntilAsync(now => year.HasLetter("telah diterbitkan") || now > new DateTimeOffset(2025, 5, 1, 0, 0, 0, TimeSpan.Zero));

        Assert.True(year.HasLetter("telah diterbitkan"), $"{year.Decisions} decisions; stopped at {year.Now}");
    }
}
