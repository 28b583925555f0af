namespace Sakip.Kernel;

/// <summary>Central Indonesian time (WITA, UTC+8, no daylight saving), in which dates and deadlines are meant.</summary>
internal static class OfficeTime
{
    public static TimeSpan Offset { get; } = TimeSpan.FromHours(8);

    /// <summary>The instant (UTC) of a date and time of day in WITA.</summary>
    public static DateTime Utc(DateOnly date, TimeOnly time) =>
        DateTime.SpecifyKind(date.ToDateTime(time) - Offset, DateTimeKind.Utc);

    /// <summary>The calendar date in WITA at an instant.</summary>
    public static DateOnly DateAt(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);
}
