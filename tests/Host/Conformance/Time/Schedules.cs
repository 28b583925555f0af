using Sakip.Host.Timers;

namespace Sakip.Tests.Host.Conformance.Time;

public sealed class Schedules
{
    [Theory]
    [InlineData("0 30 7 * * *", "2024-01-02T07:30:00")]
    [InlineData("30 7 * * *", "2024-01-02T07:30:00")]
    [InlineData("0 0 0 1 1 *", "2025-01-01T00:00:00")]
    [InlineData("0 0 8 * * 1-5", "2024-01-02T08:00:00")]
    [InlineData("00:15:00", "2024-01-02T00:15:00")]
    public void A_schedule_is_read_in_utc(string text, string next) =>
        Assert.Equal(
            next,
            $"{new TimerSchedule(text).NextAfter(new DateTime(2024, 1, 2, 0, 0, 0, DateTimeKind.Utc)):s}"
        );

    [Theory]
    [InlineData("0 0 * *")]
    [InlineData("0 0 25 * * *")]
    [InlineData("-00:15:00")]
    [InlineData("every morning")]
    public void What_is_no_schedule_is_refused(string text) =>
        Assert.ThrowsAny<FormatException>(() => new TimerSchedule(text));
}
