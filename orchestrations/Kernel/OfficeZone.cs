namespace Sakip.Kernel;

/// <summary>Indonesia's time zones, without daylight saving: an office's dates and deadlines are meant in its own.</summary>
internal enum OfficeZone
{
    Wita,
    Wib,
    Wit,
}

internal static class OfficeZones
{
    public static TimeSpan Offset(this OfficeZone zone) =>
        TimeSpan.FromHours(
            zone switch
            {
                OfficeZone.Wib => 7,
                OfficeZone.Wit => 9,
                _ => 8,
            }
        );

    /// <summary>As it stands behind a time of day.</summary>
    public static string Word(this OfficeZone zone) => zone.ToString().ToUpperInvariant();

    /// <summary>The instant (UTC) of a date and time of day in the zone.</summary>
    public static DateTime Utc(this OfficeZone zone, DateOnly date, TimeOnly time) =>
        DateTime.SpecifyKind(date.ToDateTime(time) - zone.Offset(), DateTimeKind.Utc);

    public static DateTimeOffset Local(this OfficeZone zone, DateTimeOffset instant) => instant.ToOffset(zone.Offset());

    /// <summary>The calendar date in the zone at an instant.</summary>
    public static DateOnly DateAt(this OfficeZone zone, DateTimeOffset instant) =>
        DateOnly.FromDateTime(zone.Local(instant).DateTime);
}
