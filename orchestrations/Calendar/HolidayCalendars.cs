using Sakip.Kernel;

namespace Sakip.Calendar;

/// <summary>
/// The calendars that ship: national holidays, joint leave and days of provinces, each with the decree or circular that
/// sets it. A date that no source confirms is marked assumed. An office's own calendar takes their place.
/// </summary>
internal static class HolidayCalendars
{
    /// <summary>The province of an office that names none, from the time when there was one.</summary>
    private const string Bali = "Bali";

    public const string National = "Nasional";

    public const string JointLeave = "Cuti bersama";

    public static IReadOnlyList<int> Years { get; } = [2024, 2025, 2026];

    /// <summary>Years whose joint decree was not found when this version was made: never guessed.</summary>
    public static IReadOnlyList<int> Undecided { get; } = [2027];

    /// <summary>Holidays of the years that ship, those of the province among them; of other years there are none.</summary>
    public static IReadOnlyList<Holiday> Of(string? province, params IEnumerable<int> years) =>
        [.. years.Where(Years.Contains).SelectMany(Read).Where(holiday => IsOf(holiday, province))];

    /// <summary>How a province's own days are marked.</summary>
    public static string ScopeOf(string? province) =>
        province is null ? Bali
        : province.StartsWith("Provinsi ", StringComparison.OrdinalIgnoreCase) ? province["Provinsi ".Length..]
        : province;

    private static bool IsOf(Holiday holiday, string? province) =>
        holiday.Scope is National or JointLeave
        || string.Equals(holiday.Scope, ScopeOf(province), StringComparison.OrdinalIgnoreCase);

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
