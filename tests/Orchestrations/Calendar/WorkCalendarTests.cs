using CsCheck;
using Sakip.Calendar;
using Sakip.Kernel;
using Sakip.Tests.Orchestrations.Planning;

namespace Sakip.Tests.Orchestrations.Calendar;

public class WorkCalendarTests
{
    private static readonly WorkCalendar Work = new(Sample.Plan.Holidays);

    private static readonly Gen<DateOnly> Day = Gen.Int[0, 729].Select(new DateOnly(2024, 1, 1).AddDays);

    [Theory]
    [InlineData(2024, 4, 5, 2024, 4, 16)]
    [InlineData(2024, 12, 31, 2025, 1, 2)]
    [InlineData(2024, 9, 23, 2024, 9, 27)]
    [InlineData(2024, 3, 31, 2024, 4, 1)]
    public void The_first_working_day_after_skips_weekends_and_every_holiday(
        int year,
        int month,
        int day,
        int toYear,
        int toMonth,
        int toDay
    ) => Assert.Equal(new DateOnly(toYear, toMonth, toDay), Work.After(new DateOnly(year, month, day)));

    [Fact]
    public void Ten_working_days_over_the_lebaran_holidays_end_on_22_April() =>
        Assert.Equal(new DateOnly(2024, 4, 22), Work.Add(new DateOnly(2024, 3, 31), 10));

    [Fact]
    public void A_negative_number_counts_backwards() =>
        Assert.Equal(new DateOnly(2024, 4, 5), Work.Add(new DateOnly(2024, 4, 16), -1));

    [Fact]
    public void A_deadline_is_four_in_the_afternoon_in_Bali() =>
        Assert.Equal(new DateTime(2024, 4, 22, 8, 0, 0, DateTimeKind.Utc), Work.Deadline(new DateOnly(2024, 4, 22)));

    [Fact]
    public void The_day_of_an_instant_is_the_day_in_Bali() =>
        Assert.Equal(
            new DateOnly(2024, 7, 1),
            OfficeZone.Wita.DateAt(new DateTimeOffset(2024, 6, 30, 23, 0, 0, TimeSpan.Zero))
        );

    [Fact]
    public void Adding_and_counting_working_days_agree() =>
        Gen.Select(Day, Gen.Int[0, 60])
            .Sample(
                (day, count) =>
                {
                    var end = Work.Add(day, count);
                    return Work.Between(day, end) == count
                        && Work.Between(end, day) == -count
                        && (count == 0 || Work.IsWorkingDay(end));
                }
            );

    [Fact]
    public void The_sample_offices_windows_are_working_days()
    {
        Assert.All(
            Sample.Plan.Windows.SelectMany(window =>
                new[] { window.Opens, window.Due, window.Closes, window.VerificationDue }
            ),
            day => Assert.True(Work.IsWorkingDay(day), $"{day}")
        );
        Assert.All(Sample.Plan.Windows, window => Assert.Equal(Work.After(window.Quarter.LastDay(2024)), window.Opens));
    }
}
