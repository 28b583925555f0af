using Sakip.Calendar;
using Sakip.Planning;
using Sakip.Tests.Orchestrations.Planning;

namespace Sakip.Tests.Orchestrations.Calendar;

/// <summary>Holidays that ship, by year and province.</summary>
public sealed class HolidayCalendarsTests
{
    [Theory]
    [InlineData(2024, 17, 10)]
    [InlineData(2025, 17, 11)]
    [InlineData(2026, 17, 8)]
    public void A_year_has_the_days_of_its_joint_decree(int year, int national, int leave)
    {
        var decreed = HolidayCalendars
            .Of(null, year)
            .Where(one => one.Source.StartsWith("SKB", StringComparison.Ordinal))
            .ToList();

        Assert.Equal(
            (national, leave),
            (
                decreed.Count(one => one.Scope == HolidayCalendars.National),
                decreed.Count(one => one.Scope == HolidayCalendars.JointLeave)
            )
        );
        Assert.All(decreed, one => Assert.Matches("Nomor [0-9]+ Tahun 20[0-9]{2}", one.Source));
    }

    [Fact]
    public void Days_of_a_province_are_those_of_its_own_offices()
    {
        Assert.Contains(HolidayCalendars.Of("Provinsi Bali", 2025), one => one.Scope == "Bali");
        Assert.DoesNotContain(HolidayCalendars.Of("Jawa Barat", 2025), one => one.Scope == "Bali");
    }

    [Fact]
    public void A_year_without_a_decree_is_not_guessed_and_its_plan_is_warned_of()
    {
        Assert.Empty(HolidayCalendars.Of("Jawa Barat", 2027));

        var plan = Sample.Plan with { Year = 2027, Holidays = [] };

        Assert.Contains(
            PlanWarnings.Check(plan),
            warning =>
                warning.Message.StartsWith("Hari libur nasional tahun 2027 belum ditetapkan.", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void An_office_is_told_that_the_days_of_its_province_are_missing()
    {
        var plan = Sample.Plan with { Unit = Sample.Plan.Unit with { Province = "Jawa Barat" } };

        Assert.Contains(
            PlanWarnings.Check(plan),
            warning => warning.Message.StartsWith("Belum ada hari libur daerah Jawa Barat.", StringComparison.Ordinal)
        );
    }
}
