using System.Text.RegularExpressions;
using Sakip.Kernel;

namespace Sakip.Consistency;

/// <summary>K-HT-01: a table of parts adds up: factors, additions, an index of its parts, a total.</summary>
internal sealed partial class ItemSums : IPrintedRule
{
    private const decimal Slack = 0.01m;

    public IEnumerable<Contradiction> Check(PrintedFacts facts) =>
        from table in facts.Tables
        where table.HasAll(ColumnRole.Item, ColumnRole.Value)
        let rows = table
            .Table.Rows.Select(row =>
                (Label: table.Cell(row, ColumnRole.Item), Value: table.Percent(row, ColumnRole.Value))
            )
            .ToList()
        from finding in Steps(table, rows).Concat(Index(table, rows)).Concat(Total(table, rows))
        select finding;

    // A "koefisien" multiplies; where it was added the label is wrong, where neither fits the sum is.
    private static IEnumerable<Contradiction> Steps(TableView table, List<(string Label, decimal? Value)> rows)
    {
        for (var i = 1; i < rows.Count - 1; i++)
        {
            if ((rows[i - 1].Value, rows[i].Value, rows[i + 1].Value) is not ({ } before, { } step, { } after))
            {
                continue;
            }

            var adds = Adding().IsMatch(rows[i].Label);
            if (!adds && !Multiplying().IsMatch(rows[i].Label))
                continue;
            var right = adds ? before + step : before * step;
            if (Math.Abs(right - after) < Slack)
                continue;
            var added = Math.Abs(before + step - after) < Slack;
            yield return new(
                "K-HT-01",
                added ? "\"Koefisien\" dijumlahkan, bukan dikalikan."
                    : adds ? "Hasil bukan penjumlahan dengan tambahannya."
                    : "Hasil tidak dapat dihitung dari koefisiennya.",
                [table.Place],
                "Perbaiki istilah atau hitungannya.",
                $"{Show(before)} dan {Show(step)} menjadi {Show(after)}",
                $"{Show(before)} {(adds ? "+" : "×")} {Show(step)} = {Show(right)}"
            );
        }
    }

    // The reform index is its general part, as adjusted, and its thematic one.
    private static IEnumerable<Contradiction> Index(TableView table, List<(string Label, decimal? Value)> rows)
    {
        var index = rows.FindLast(row => ReformIndex().IsMatch(row.Label)).Value;
        var thematic = rows.FindLast(row => Thematic().IsMatch(row.Label)).Value;
        var general = rows.FindLast(row => General().IsMatch(row.Label)).Value;
        if (
            index is null
            || thematic is null
            || general is null
            || Math.Abs(index.Value - general.Value - thematic.Value) < Slack
        )
        {
            yield break;
        }

        yield return new(
            "K-HT-01",
            "Indeks tidak sama dengan penjumlahan bagiannya.",
            [table.Place],
            "Hitung ulang indeksnya.",
            Show(index.Value),
            $"{Show(general.Value)} + {Show(thematic.Value)} = {Show(general.Value + thematic.Value)}",
            Show(index.Value - general.Value - thematic.Value)
        );
    }

    private static IEnumerable<Contradiction> Total(TableView table, List<(string Label, decimal? Value)> rows)
    {
        if (rows is not [.., { Value: { } total } last] || rows.Count < 3 || !Totals().IsMatch(last.Label))
            yield break;
        var parts = rows[..^1];
        if (parts.Exists(row => row.Value is null || NotAPart().IsMatch(row.Label)))
            yield break;
        var sum = parts.Sum(row => row.Value!.Value);
        if (Math.Abs(sum - total) < Slack)
            yield break;
        yield return new(
            "K-HT-01",
            "Jumlah tidak sama dengan penjumlahan barisnya.",
            [table.Place],
            "Hitung ulang jumlahnya.",
            Show(total),
            Show(sum),
            Show(total - sum)
        );
    }

    private static string Show(decimal value) => IndonesianNumber.Natural(value, 0);

    [GeneratedRegex(
        "^(?:tambahan|penambahan)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Adding();

    [GeneratedRegex(
        "^koefisien",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Multiplying();

    [GeneratedRegex(
        @"^(?:indeks|index) (?:rb|reformasi birokrasi)$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex ReformIndex();

    [GeneratedRegex(
        "^(?:nilai )?rb tematik",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Thematic();

    [GeneratedRegex(
        "^(?:nilai )?rb general",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex General();

    [GeneratedRegex(
        @"^(?:jumlah|total)(?:\s+(?:nilai|skor|keseluruhan))?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Totals();

    [GeneratedRegex(
        @"\b(?:total|jumlah|bobot|indeks|index|rata-rata|persentase|koefisien)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex NotAPart();
}
