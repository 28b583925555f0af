using Sakip.Calendar;
using Sakip.Kernel;
using Sakip.Notifications;
using Sakip.Planning;
using Sakip.Tests.Orchestrations.Planning;

namespace Sakip.Tests.Orchestrations.Calendar;

/// <summary>Offices in three time zones, each by its own clock.</summary>
public sealed class OfficeZoneTests
{
    private static readonly DateOnly Day = new(2025, 4, 14);

    [Theory]
    [InlineData("Wib", 1, 9)]
    [InlineData("Wita", 0, 8)]
    [InlineData("Wit", -1, 7)]
    public void An_office_opens_at_eight_and_a_deadline_ends_at_four_by_its_own_clock(string zone, int opens, int ends)
    {
        var calendar = new WorkCalendar([], Enum.Parse<OfficeZone>(zone));
        var midnight = new DateTime(2025, 4, 14, 0, 0, 0, DateTimeKind.Utc);

        Assert.Equal(midnight.AddHours(opens), calendar.Opening(Day));
        Assert.Equal(midnight.AddHours(ends), calendar.Deadline(Day));
        Assert.Equal(Day, calendar.DateAt(calendar.Opening(Day)));
    }

    [Theory]
    [InlineData("Wib", "2025-04-14T00:59:00Z", 13)]
    [InlineData("Wib", "2025-04-14T01:00:00Z", 14)]
    [InlineData("Wita", "2025-04-13T23:59:00Z", 13)]
    [InlineData("Wita", "2025-04-14T00:00:00Z", 14)]
    [InlineData("Wit", "2025-04-13T23:00:00Z", 14)]
    public void What_is_due_on_a_day_goes_out_from_the_first_sweep_after_the_office_has_opened(
        string zone,
        string at,
        int day
    ) => Assert.Equal(new DateOnly(2025, 4, day), new WorkCalendar([], Enum.Parse<OfficeZone>(zone)).OpenDay(At(at)));

    [Fact]
    public void Nobody_is_written_to_at_night_by_his_own_clock()
    {
        // Five in the morning in Papua, three in Bandung, and four in the afternoon in Bandung.
        Assert.Equal(
            At("2025-04-13T21:00:00Z"),
            SendingTime.Earliest(MessageKind.QuarterReminder, At("2025-04-13T20:00:00Z"), new([], OfficeZone.Wit))
        );
        Assert.Equal(
            At("2025-04-13T23:00:00Z"),
            SendingTime.Earliest(MessageKind.QuarterReminder, At("2025-04-13T20:00:00Z"), new([], OfficeZone.Wib))
        );
        Assert.Equal(
            At("2025-04-14T09:00:00Z"),
            SendingTime.Earliest(MessageKind.QuarterReminder, At("2025-04-14T09:00:00Z"), new([], OfficeZone.Wib))
        );
    }

    [Fact]
    public void A_signature_is_dated_by_the_clock_of_the_office()
    {
        var at = At("2025-04-14T16:30:00Z");

        Assert.Equal("14 April 2025 pukul 23.30 WIB", IndonesianDate.LongWithTime(at, OfficeZone.Wib));
        Assert.Equal("15 April 2025 pukul 00.30 WITA", IndonesianDate.LongWithTime(at, OfficeZone.Wita));
        Assert.Equal("15 April 2025 pukul 01.30 WIT", IndonesianDate.LongWithTime(at, OfficeZone.Wit));
    }

    [Fact]
    public void A_plan_names_its_zone_and_one_of_the_old_form_is_in_Bali()
    {
        var errors = Sample.ErrorsAfter(plan =>
        {
            plan["unit"]!["timeZone"] = "Wib";
            plan["unit"]!["province"] = "Jawa Barat";
        });

        Assert.Empty(errors);
        Assert.Equal((OfficeZone.Wita, null), (Sample.Plan.Zone, Sample.Plan.Unit.Province));
        Assert.DoesNotContain("timeZone", PlanWriter.Write(Sample.Plan), StringComparison.Ordinal);
    }

    private static DateTimeOffset At(string text) =>
        DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
