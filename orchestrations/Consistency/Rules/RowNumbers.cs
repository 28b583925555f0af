using System.Globalization;
using Sakip.Kernel;

namespace Sakip.Consistency;

/// <summary>K-PK-05: rows are numbered 1, 2, 3 and totals are sums.</summary>
internal sealed class RowNumbers : IPrintedRule
{
    private static readonly string[] Romans =
    [
        "I",
        "II",
        "III",
        "IV",
        "V",
        "VI",
        "VII",
        "VIII",
        "IX",
        "X",
        "XI",
        "XII",
        "XIII",
        "XIV",
        "XV",
        "XVI",
        "XVII",
        "XVIII",
        "XIX",
        "XX",
    ];

    public IEnumerable<Contradiction> Check(PrintedFacts facts)
    {
        foreach (var agreement in facts.Report.Agreements)
        {
            const string Place = "Lampiran perjanjian kinerja";
            if (Numbering(Place, agreement.Programmes.Select(row => row.Number ?? "").ToList()) is { } wrong)
            {
                yield return wrong;
            }

            var amounts = agreement
                .Programmes.Select(row => NumberParser.Parse(row.Amount, NumberKind.Rupiah).Value)
                .ToList();
            if (Sum(Place, amounts, agreement.Total) is { } sum)
                yield return sum;
        }

        foreach (
            var table in facts.Tables.Where(table =>
                table.Has(ColumnRole.Number) && !table.Has(ColumnRole.OwnAchievement)
            )
        )
        {
            foreach (var numbers in Runs(table))
            {
                if (Numbering(table.Place, numbers) is { } wrong)
                    yield return wrong;
            }

            if (!table.HasAll(ColumnRole.Programme, ColumnRole.Ceiling))
                continue;
            foreach (var role in new[] { ColumnRole.Ceiling, ColumnRole.Spent }.Where(role => table.Has(role)))
            {
                if (table.Table.Rows.FirstOrDefault(row => row.Level == RowLevel.Total) is not { } total)
                    continue;
                var amounts = table
                    .Table.Rows.Where(row => row.Level == RowLevel.Programme)
                    .Select(row => table.Amount(row, role))
                    .ToList();
                if (Sum(table.Place, amounts, table.Cell(total, role)) is { } sum)
                    yield return sum;
            }
        }
    }

    // Each level is numbered on its own, beginning anew below every row of the level above.
    private static IEnumerable<List<string>> Runs(TableView table)
    {
        var open = new Dictionary<RowLevel, List<string>>();
        foreach (var row in table.Table.Rows.Where(row => row.Level != RowLevel.Total))
        {
            var number = table.Cell(row, ColumnRole.Number);
            if (number.Length == 0)
                continue;
            foreach (var deeper in open.Keys.Where(level => level > row.Level).ToList())
            {
                yield return open[deeper];
                open.Remove(deeper);
            }

            if (!open.TryGetValue(row.Level, out var run))
                open[row.Level] = run = [];
            run.Add(number);
        }

        foreach (var run in open.Values)
            yield return run;
    }

    private static Contradiction? Numbering(string place, List<string> numbers)
    {
        for (var i = 0; i < numbers.Count; i++)
        {
            var text = numbers[i].Trim().TrimEnd('.', ')');
            if (Value(text, numbers.Count) is not { } value)
                return null;
            if (value == i + 1)
                continue;
            return new(
                "K-PK-05",
                "Nomor baris tidak unik atau tidak berurutan.",
                [place],
                "Nomori ulang barisnya.",
                string.Join(", ", numbers),
                string.Join(", ", numbers.Select((_, n) => Like(text, n))),
                "baris ke-" + (i + 1).ToString(CultureInfo.InvariantCulture)
            );
        }

        return null;
    }

    // "I" is the first roman number, and the ninth letter only in a long list of letters.
    private static int? Value(string text, int count) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : Array.IndexOf(Romans, text) is >= 0 and var roman && !(text.Length == 1 && text is "C" or "D" && count > 2)
            ? roman + 1
        : text is [>= 'A' and <= 'Z'] or [>= 'a' and <= 'z'] ? char.ToUpperInvariant(text[0]) - 'A' + 1
        : null;

    private static string Like(string text, int index) =>
        char.IsAsciiDigit(text[0]) ? (index + 1).ToString(CultureInfo.InvariantCulture)
        : Array.IndexOf(Romans, text) >= 0 && index < Romans.Length ? Romans[index]
        : ((char)((char.IsLower(text[0]) ? 'a' : 'A') + index)).ToString();

    private static Contradiction? Sum(string place, List<decimal?> amounts, string? printed)
    {
        if (amounts.Count == 0 || amounts.Contains(null))
            return null;
        if (NumberParser.Parse(printed, NumberKind.Rupiah).Value is not { } total || total == amounts.Sum())
        {
            return null;
        }

        return new(
            "K-PK-05",
            "Jumlah tidak sama dengan penjumlahan barisnya.",
            [place],
            "Hitung ulang jumlahnya.",
            printed,
            IndonesianNumber.Rupiah(amounts.Sum()!.Value),
            IndonesianNumber.Rupiah(total - amounts.Sum()!.Value)
        );
    }
}
