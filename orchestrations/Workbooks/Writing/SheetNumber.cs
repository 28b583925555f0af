using System.Globalization;

namespace Sakip.Workbooks;

internal static class SheetNumber
{
    // Dividing by a one with 28 decimals strips trailing zeros.
    public static string Text(decimal number) =>
        (number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);

    public static string Serial(DateOnly day) =>
        (day.DayNumber - new DateOnly(1899, 12, 30).DayNumber).ToString(CultureInfo.InvariantCulture);
}
