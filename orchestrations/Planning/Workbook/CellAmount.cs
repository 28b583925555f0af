using Sakip.Kernel;
using Sakip.Workbooks;

namespace Sakip.Planning;

/// <summary>What a cell amounts to, by one rule for the plan's workbook and for the forms.</summary>
internal static class CellAmount
{
    /// <param name="wanted">What is expected, for a refusal.</param>
    /// <param name="unit">The unit that may stand beside the number.</param>
    /// <param name="neighbours">Texts of the column that show which mark of decimals is meant there.</param>
    public static ParsedNumber Of(
        SheetCell cell,
        NumberKind kind,
        string? wanted,
        string? unit = null,
        Func<IReadOnlyList<string>>? neighbours = null
    )
    {
        switch (cell.Kind)
        {
            case CellKind.Date:
                return Fault(
                    "Sel berisi tanggal, bukan angka. Ubah format sel menjadi Angka, lalu ketik ulang isinya."
                );
            case CellKind.Boolean:
                return Fault($"Sel berisi nilai logika. {wanted}".TrimEnd());
            case CellKind.Text:
                var parsed = NumberParser.Parse(cell.Text, kind, unit: unit);
                return parsed.Error is null || neighbours is null
                    ? parsed
                    : NumberParser.Parse(cell.Text, kind, neighbours: neighbours(), unit: unit);
        }

        if (cell.Number is not { } number)
            return Fault($"Angka {cell.Text} terlalu besar.");
        if (!cell.IsPercent)
            return new(number, null);
        return kind is NumberKind.Rupiah or NumberKind.Count
            ? Fault(
                $"Sel berformat persen (terbaca {IndonesianNumber.Natural(number * 100m, 0)}%). "
                    + $"Ubah format sel menjadi Angka, lalu ketik ulang isinya. {wanted}".TrimEnd()
            )
            : new(number * 100m, null);
    }

    private static ParsedNumber Fault(string error) => new(null, error);
}
