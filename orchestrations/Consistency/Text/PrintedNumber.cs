using Sakip.Kernel;

namespace Sakip.Consistency;

/// <summary>Compares a computed value with a printed one, at the precision that was printed.</summary>
internal static class PrintedNumber
{
    // A decimal has no more of them.
    private const int MostDecimals = 28;

    public static int Decimals(string printed)
    {
        var digits = Bare(printed);
        var mark = digits.LastIndexOfAny(['.', ',']);
        return mark < 0 ? 0 : Math.Min(digits.Length - mark - 1, MostDecimals);
    }

    /// <summary>Whether the printed number is the value rounded half up.</summary>
    public static bool Fits(decimal value, string printed) =>
        NumberParser.Parse(printed, NumberKind.Percent).Value is { } shown
        && decimal.Round(value, Decimals(printed), MidpointRounding.AwayFromZero) == shown;

    /// <summary>Whether it is the value cut off.</summary>
    public static bool IsCut(decimal value, string printed) =>
        NumberParser.Parse(printed, NumberKind.Percent).Value is { } shown
        && decimal.Round(value, Decimals(printed), MidpointRounding.ToZero) == shown;

    /// <summary>Whether it is the value rounded or cut off.</summary>
    public static bool IsNear(decimal value, string printed) => Fits(value, printed) || IsCut(value, printed);

    private static string Bare(string printed)
    {
        var end = printed.Length;
        while (end > 0 && !char.IsAsciiDigit(printed[end - 1]))
            end--;
        return printed[..end];
    }
}
