using Sakip.AnnualCycle;
using Sakip.Kernel;
using Sakip.Notifications;
using Sakip.Reporting;
using Sakip.Tests.Orchestrations.Approvals;
using Sakip.Tests.Orchestrations.Storage;
using static Sakip.Tests.Orchestrations.Approvals.SmallOffice;

namespace Sakip.Tests.Orchestrations.Reporting;

[Collection(EmulatedStorage.Name)]
public class ReportDeadlineTests(EmulatedStorage emulated)
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

    [Fact]
    public async Task Planner_and_head_are_told_30_14_7_and_1_days_before_and_on_no_other_day()
    {
        var office = await SmallOffice.OpenAsync(emulated, "batas-lkjip");
        var told = new List<(int DaysLeft, string To)>();
        for (var left = 35; left >= -3; left--)
        {
            var before = office.Letters.Sent.Count;
            await LookAtAsync(office, Due.AddDays(-left));
            told.AddRange(office.Letters.Sent.Skip(before).Select(letter => (left, letter.To.Code)));
        }

        Assert.All(office.Letters.Sent, letter => Assert.Equal(MessageKind.AnnualReportDeadline, letter.Kind));
        Assert.Equal(
            [(30, "p01"), (30, "p13"), (14, "p01"), (14, "p13"), (7, "p01"), (7, "p13"), (1, "p01"), (1, "p13")],
            told.OrderByDescending(one => one.DaysLeft).ThenBy(one => one.To, StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task After_days_without_a_sweep_only_the_latest_reminder_goes_out_and_it_says_how_many_days_are_left()
    {
        var office = await SmallOffice.OpenAsync(emulated, "batas-terlewat");
        await LookAtAsync(office, Due.AddDays(-5));

        Assert.Equal(["p01", "p13"], office.Letters.Sent.Select(one => one.To.Code).Order(StringComparer.Ordinal));
        Assert.All(
            office.Letters.Sent,
            letter =>
            {
                Assert.Contains("tinggal 5 hari", letter.Text, StringComparison.Ordinal);
                Assert.Contains("28 Februari 2025", letter.Text, StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public async Task A_published_report_is_reminded_of_no_more()
    {
        var office = await SmallOffice.OpenAsync(emulated, "batas-terbit");
        await new ReportRecords(office.Storage, office.Clock).PublishAsync(
            new ReportAssemblyInput(office.Unit, 2024, 1),
            new ReportRecord(new string('a', 64), new string('b', 64), Due.AddDays(-20), []),
            Cancellation
        );

        foreach (var left in new[] { 14, 7, 1 })
            await LookAtAsync(office, Due.AddDays(-left));
        Assert.Empty(office.Letters.Sent);
    }

    /// <summary>A day on which the sweep runs twice.</summary>
    private static async Task LookAtAsync(SmallOffice office, DateOnly day)
    {
        office.Clock.SetUtcNow(new DateTimeOffset(day.ToDateTime(new TimeOnly(1, 0)), TimeSpan.Zero));
        var sweep = new ReportDeadlines(
            office.Plans,
            new ReportRecords(office.Storage, office.Clock),
            office.Dispatcher,
            office.Storage,
            office.Clock
        );
        await sweep.RunAsync(new OfficeYear(office.Unit, 2024), Cancellation);
        await sweep.RunAsync(new OfficeYear(office.Unit, 2024), Cancellation);
    }
}
