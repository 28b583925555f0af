using System.Globalization;

namespace Sakip.Kernel;

/// <summary>Dates as Indonesian documents print them, the same under every culture of the machine.</summary>
internal static class IndonesianDate
{
    private static readonly string[] Months =
    [
        "Januari",
        "Februari",
        "Maret",
        "April",
        "Mei",
        "Juni",
        "Juli",
        "Agustus",
        "September",
        "Oktober",
        "November",
        "Desember",
    ];

    /// <param name="number">1 to 12.</param>
    public static string Month(int number) => Months[number - 1];

    /// <summary>For example 2 Januari 2024.</summary>
    public static string Long(DateOnly date) =>
        string.Create(CultureInfo.InvariantCulture, $"{date.Day} {Months[date.Month - 1]} {date.Year}");

    /// <summary>For example 2 Januari 2024 pukul 16.00 WITA, in the zone of the office.</summary>
    public static string LongWithTime(DateTimeOffset instant, OfficeZone zone)
    {
        var local = zone.Local(instant);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Long(DateOnly.FromDateTime(local.DateTime))} pukul {local.Hour:00}.{local.Minute:00} {zone.Word()}"
        );
    }
}
