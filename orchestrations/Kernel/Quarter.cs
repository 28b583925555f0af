namespace Sakip.Kernel;

/// <summary>A quarter of the fiscal year (triwulan): TW I to TW IV.</summary>
internal enum Quarter
{
    Q1 = 1,
    Q2 = 2,
    Q3 = 3,
    Q4 = 4,
}

internal static class Quarters
{
    public static IReadOnlyList<Quarter> All { get; } = [Quarter.Q1, Quarter.Q2, Quarter.Q3, Quarter.Q4];

    /// <summary>The roman numeral used in documents: I to IV.</summary>
    public static string Roman(this Quarter quarter) =>
        quarter switch
        {
            Quarter.Q1 => "I",
            Quarter.Q2 => "II",
            Quarter.Q3 => "III",
            Quarter.Q4 => "IV",
            _ => throw new ArgumentOutOfRangeException(nameof(quarter), quarter, "A quarter is 1 to 4."),
        };

    /// <summary>The code used in keys and ids: q1 to q4.</summary>
    public static string Code(this Quarter quarter) => FormattableString.Invariant($"q{(int)quarter}");

    /// <summary>The quarter that a code names; null for any other text.</summary>
    public static Quarter? OfCode(string code) =>
        code is ['q', >= '1' and <= '4' and var digit] ? (Quarter)(digit - '0') : null;

    /// <summary>The first day of the quarter in the given fiscal year.</summary>
    public static DateOnly FirstDay(this Quarter quarter, int year) => new(year, ((int)quarter - 1) * 3 + 1, 1);

    /// <summary>The last day of the quarter in the given fiscal year.</summary>
    public static DateOnly LastDay(this Quarter quarter, int year) => quarter.FirstDay(year).AddMonths(3).AddDays(-1);
}
