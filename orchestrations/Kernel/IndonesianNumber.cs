using System.Globalization;

namespace Sakip.Kernel;

/// <summary>Numbers as Indonesian documents print them, the same under every culture of the machine.</summary>
internal static class IndonesianNumber
{
    private static readonly NumberFormatInfo Format = new()
    {
        NumberGroupSeparator = ".",
        NumberDecimalSeparator = ",",
        NumberGroupSizes = [3],
        NegativeSign = "-",
    };

    private static readonly string[] Small =
    [
        "nol",
        "satu",
        "dua",
        "tiga",
        "empat",
        "lima",
        "enam",
        "tujuh",
        "delapan",
        "sembilan",
        "sepuluh",
        "sebelas",
    ];

    /// <summary>For example 1.234,50 with two decimals.</summary>
    public static string Number(decimal value, int decimals) =>
        value.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), Format);

    /// <summary>For example 80,79%.</summary>
    public static string Percent(decimal value, int decimals) => Number(value, decimals) + "%";

    /// <summary>For example Rp3.639.196.510; sen are shown only where there are any.</summary>
    public static string Rupiah(decimal amount) =>
        (amount < 0 ? "-Rp" : "Rp") + Number(Math.Abs(amount), decimal.IsInteger(amount) ? 0 : 2);

    /// <summary>At least <paramref name="precision"/> decimals and as many as the value has, up to two or the precision.</summary>
    public static string Natural(decimal value, int precision)
    {
        var most = Math.Max(precision, 2);
        var rounded = decimal.Round(value, most, MidpointRounding.AwayFromZero);
        var decimals = precision;
        while (decimals < most && decimal.Round(rounded, decimals) != rounded)
            decimals++;
        return Number(rounded, decimals);
    }

    /// <summary>A count in digits and words, for example "22 (dua puluh dua)".</summary>
    public static string Count(int value) => value.ToString(CultureInfo.InvariantCulture) + " (" + Words(value) + ")";

    /// <summary>A count in words (terbilang).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 0 or above 999 999.</exception>
    public static string Words(int value) =>
        value switch
        {
            < 0 or > 999_999 => throw new ArgumentOutOfRangeException(
                nameof(value),
                value,
                "Words are for counts of 0 to 999 999."
            ),
            < 12 => Small[value],
            < 20 => Small[value - 10] + " belas",
            < 100 => Small[value / 10] + " puluh" + Rest(value % 10),
            < 200 => "seratus" + Rest(value % 100),
            < 1000 => Small[value / 100] + " ratus" + Rest(value % 100),
            < 2000 => "seribu" + Rest(value % 1000),
            _ => Words(value / 1000) + " ribu" + Rest(value % 1000),
        };

    private static string Rest(int value) => value == 0 ? "" : " " + Words(value);
}
