using Sakip.Kernel;

namespace Sakip.Calendar;

/// <summary>
/// The calendars that ship: national holidays, joint leave and Bali's days, each with the decree or circular that sets
/// it. A date that no source confirms is marked assumed. An office's own calendar takes their place.
/// </summary>
internal static class HolidayCalendars
{
    public static IReadOnlyList<int> Years { get; } = [2024, 2025];

    /// <summary>Holidays of the years that ship; of the others there are none.</summary>
    public static IReadOnlyList<Holiday> Of(params IEnumerable<int> years) =>
        [.. years.Where(Years.Contains).SelectMany(Read)];

    private static IReadOnlyList<Holiday> Read(int year)
    {
        using var file = typeof(HolidayCalendars).Assembly.GetManifestResourceStream(
            FormattableString.Invariant($"Sakip.Calendar.holidays-{year}.json")
        )!;
        using var content = new MemoryStream();
        file.CopyTo(content);
        return SakipJson.Read<IReadOnlyList<Holiday>>(content.ToArray());
    }
}
