using System.Globalization;
using Sakip.Evaluation;

namespace Sakip.Consistency;

/// <summary>K-PK-05: rows are numbered 1, 2, 3 and totals are sums.</summary>
internal sealed class RowNumbers : IPrintedRule
{
    public IEnumerable<Contradiction> Check(PrintedFacts facts)
    {
        foreach (var agreement in facts.Report.Agreements)
        {
            const string Place = "Lampiran perjanjian kinerja";
            var numbers = agreement.Programmes.Select(row => row.Number).ToList();
            if (OutOfOrder(numbers) is { } wrong) yield return Numbering(Place, numbers, wrong);
            var amounts = agreement.Programmes.Select(row => NumberParser.Parse(row.Amount, NumberKind.Rupiah).Value).ToList();
            if (Sum(Place, amounts, agreement.Total) is { } sum) yield return sum;
        }

        foreach (var table in facts.Tables.Where(table => table.Has(ColumnRole.Programme) && table.Has(ColumnRole.Ceiling)))
        {
            var rows = table.Table.Rows.Where(row => row.Level == RowLevel.Programme).ToList();
            var numbers = rows.ConvertAll(row => (string?)table.Cell(row, ColumnRole.Number));
            if (OutOfOrder(numbers) is { } wrong) yield return Numbering(table.Place, numbers, wrong);
            if (table.Table.Rows.FirstOrDefault(row => row.Level == RowLevel.Total) is not { } total) continue;
            var amounts = rows.ConvertAll(row => table.Amount(row, ColumnRole.Ceiling));
            if (Sum(table.Place, amounts, table.Cell(total, ColumnRole.Ceiling)) is { } sum) yield return sum;
        }
    }

    private static Contradiction Numbering(string place, List<string?> numbers, int at) => new(
        "K-PK-05", "Nomor baris tidak unik atau tidak berurutan.", [place], "Nomori ulang barisnya.", string.Join(", ", numbers),
        string.Join(", ", Enumerable.Range(1, numbers.Count)), "baris ke-" + (at + 1).ToString(CultureInfo.InvariantCulture));

    private static Contradiction? Sum(string place, List<decimal?> amounts, string? printed)
    {
        if (amounts.Count == 0 || amounts.Contains(null)) return null;
        if (NumberParser.Parse(printed, NumberKind.Rupiah).Value is not { } total || total == amounts.Sum()) return null;
        return new(
            "K-PK-05", "Jumlah tidak sama dengan penjumlahan barisnya.", [place], "Hitung ulang jumlahnya.", printed,
            IndonesianNumber.Rupiah(amounts.Sum()!.Value), IndonesianNumber.Rupiah(total - amounts.Sum()!.Value));
    }

    private static int? OutOfOrder(List<string?> numbers)
    {
        for (var i = 0; i < numbers.Count; i++)
        {
            var text = numbers[i]?.Trim().TrimEnd('.');
            if (string.IsNullOrEmpty(text)) return null;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number != i + 1 : Roman(text) != i + 1)
            {
                return i;
            }
        }

        return null;
    }

    private static int Roman(string text)
    {
        string[] numerals = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
        return Array.IndexOf(numerals, text) + 1;
    }
}
