using Sakip.Reporting;

namespace Sakip.Tests.Orchestrations.Reporting;

public class ReportDeadlineTests
{
    private static readonly DateOnly Due = new(2025, 2, 28);

    [Theory]
    [InlineData(31, null)]
    [InlineData(30, 30)]
    [InlineData(29, 30)]
    [InlineData(14, 14)]
    [InlineData(13, 14)]
    [InlineData(7, 7)]
    [InlineData(2, 7)]
    [InlineData(1, 1)]
    [InlineData(0, 1)]
    [InlineData(-1, null)]
    public void The_latest_rung_whose_day_has_come_is_the_one_that_reminds(int daysLeft, int? rung) =>
        Assert.Equal(rung, ReportDeadlines.Rung(Due, Due.AddDays(-daysLeft)));
}
