using System.Globalization;

namespace Sakip.Documents.Pdf.Layout;

/// <summary>The round steps of a value axis that begins at zero.</summary>
internal sealed class ChartScale
{
    private static readonly NumberFormatInfo Indonesian =
        new() { NumberDecimalSeparator = ",", NumberGroupSeparator = ".", NumberGroupSizes = [3] };

    public ChartScale(IEnumerable<decimal> values, int steps = 5)
    {
        var highest = (double)values.DefaultIfEmpty(1).Max();
        var rough = Math.Max(highest, 1e-6) / steps;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var factor = new[] { 1, 2, 2.5, 5, 10 }.First(candidate => candidate * power >= rough - 1e-12);
        Step = (decimal)(factor * power);
        Top = Step * (decimal)Math.Ceiling(Math.Max(highest, 1e-6) / (double)Step - 1e-9);
    }

    public decimal Step { get; }

    public decimal Top { get; }

    public IEnumerable<decimal> Marks()
    {
        for (var mark = 0m; mark <= Top; mark += Step) yield return mark;
    }

    public float Share(decimal value) => (float)(Math.Max(value, 0) / Top);

    public static string Text(decimal value) => value.ToString("#,##0.##", Indonesian);
}
