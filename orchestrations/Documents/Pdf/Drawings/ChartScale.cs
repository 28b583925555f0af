using System.Globalization;

namespace Sakip.Documents.Pdf.Layout;

/// <summary>The round steps of a value axis. It begins at zero unless it is told to come near.</summary>
internal sealed class ChartScale
{
    private static readonly NumberFormatInfo Indonesian = new()
    {
        NumberDecimalSeparator = ",",
        NumberGroupSeparator = ".",
        NumberGroupSizes = [3],
    };

    /// <param name="near">Leaves out what lies below all values when they are close together: for lines, never for bars.</param>
    public ChartScale(IReadOnlyCollection<decimal> values, int steps = 5, bool near = false)
    {
        // Of nothing but zeros the axis goes to 1: steps of nothing would all be labelled 0.
        var highest = (double)values.Where(value => value > 0).DefaultIfEmpty(1).Max();
        var lowest = (double)values.DefaultIfEmpty(0).Min();
        var from = near && lowest > highest * NearShare && highest > lowest ? lowest - ((highest - lowest) * 0.5) : 0;
        var rough = (highest - from) / steps;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var factor = new[] { 1, 2, 2.5, 5, 10 }.First(candidate => candidate * power >= rough - 1e-12);
        Step = (decimal)(factor * power);
        Bottom = Step * (decimal)Math.Floor(Math.Max(from, 0) / (double)Step + 1e-9);
        Top = Step * (decimal)Math.Ceiling(highest / (double)Step - 1e-9);
    }

    // Values whose lowest is above this share of the highest are close together.
    private const double NearShare = 0.5;

    public decimal Bottom { get; }

    public decimal Step { get; }

    public decimal Top { get; }

    public IEnumerable<decimal> Marks()
    {
        for (var mark = Bottom; mark <= Top; mark += Step)
            yield return mark;
    }

    public float Share(decimal value) => (float)(Math.Max(value - Bottom, 0) / (Top - Bottom));

    public static string Text(decimal value) => value.ToString("#,##0.##", Indonesian);
}
