using System.Globalization;
using System.Text.RegularExpressions;
using Sakip.Planning;

namespace Sakip.Consistency;

/// <summary>K-SK-01: printed bands leave no hole, have an open top and labels of one family.</summary>
internal sealed partial class PrintedScale : IPrintedRule
{
    public IEnumerable<Contradiction> Check(PrintedFacts facts)
    {
        foreach (var table in facts.Tables.Where(table => table.HasAll(ColumnRole.Interval, ColumnRole.Label)))
        {
            var bands = table
                .Table.Rows.Select(row => Bounds(table.Cell(row, ColumnRole.Interval)))
                .OfType<(decimal? Lower, decimal? Upper)>()
                .OrderByDescending(band => band.Upper ?? decimal.MaxValue)
                .ToList();
            var holes = bands
                .Zip(bands.Skip(1))
                .Where(pair => pair.First.Lower is { } lower && pair.Second.Upper is { } upper && upper < lower)
                .Select(pair => $"{pair.Second.Upper:0.##}–{pair.First.Lower:0.##}")
                .ToList();
            if (holes.Count > 0)
            {
                yield return new(
                    "K-SK-01",
                    "Pita peringkat bercelah: nilai di antaranya tidak mempunyai peringkat.",
                    [table.Place],
                    "Gunakan batas setengah terbuka (di atas 90, di atas 75, …).",
                    string.Join("; ", holes),
                    "tanpa celah"
                );
            }

            if (bands is [{ Upper: { } top }, ..])
            {
                var over = facts.Values.FirstOrDefault(fact => fact.Role == ColumnRole.Achievement && fact.Value > top);
                yield return new(
                    "K-SK-01",
                    "Pita tertinggi berbatas atas: capaian di atasnya tidak mempunyai peringkat.",
                    over is null ? [table.Place] : [table.Place, over.Table.Place],
                    "Biarkan pita tertinggi terbuka ke atas.",
                    "≤ " + top.ToString("0.##", CultureInfo.InvariantCulture),
                    over?.Printed ?? "terbuka"
                );
            }

            var labels = table
                .Table.Rows.Select(row => table.Cell(row, ColumnRole.Label))
                .Where(label => label.Length > 0)
                .ToList();
            if (RatingScales.OneFamily(labels) is false)
            {
                yield return new(
                    "K-SK-01",
                    "Label peringkat berasal dari lebih dari satu keluarga istilah.",
                    [table.Place],
                    "Gunakan satu keluarga istilah.",
                    string.Join(" / ", labels),
                    string.Join(" / ", RatingScales.Families[0])
                );
            }
        }
    }

    /// <summary>The label that the printed scale gives a value; null in a hole of the scale, or without one.</summary>
    public static string? LabelOf(PrintedFacts facts, decimal value) =>
        (
            from table in facts.Tables
            where table.HasAll(ColumnRole.Interval, ColumnRole.Label)
            from row in table.Table.Rows
            let cell = table.Cell(row, ColumnRole.Interval)
            let band = Bounds(cell)
            where band is not null
            let open = cell.Contains('>', StringComparison.Ordinal)
            let top = !table.Table.Rows.Any(other =>
                Bounds(table.Cell(other, ColumnRole.Interval))?.Upper > band.Value.Upper
            )
            where band.Value.Lower is not { } lower || (open ? value > lower : value >= lower)
            where band.Value.Upper is not { } upper || top || value <= upper
            select Bare(table.Cell(row, ColumnRole.Label))
        ).FirstOrDefault();

    public static IEnumerable<string> Labels(PrintedFacts facts) =>
        from table in facts.Tables
        where table.HasAll(ColumnRole.Interval, ColumnRole.Label)
        from row in table.Table.Rows
        let label = Bare(table.Cell(row, ColumnRole.Label))
        where label.Length > 0
        select label;

    // "Sangat Tinggi (Hijau Tua)".
    public static string Bare(string label)
    {
        var at = label.IndexOf('(', StringComparison.Ordinal);
        return (at < 0 ? label : label[..at]).Trim();
    }

    private static (decimal? Lower, decimal? Upper)? Bounds(string printed)
    {
        var numbers = Digits()
            .Matches(printed)
            .Select(match => decimal.Parse(match.Value.Replace(',', '.'), CultureInfo.InvariantCulture))
            .ToList();
        return numbers switch
        {
            [var one, var other, ..] => (Math.Min(one, other), Math.Max(one, other)),
            [var only] when printed.Contains('>') => (only, null),
            [var only] => (null, only),
            _ => null,
        };
    }

    [GeneratedRegex(@"[0-9]{1,9}(?:[.,][0-9]{1,9})?", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digits();
}
