using System.Globalization;
using System.Text.Json.Nodes;
using Sakip.Kernel;
using Sakip.Workbooks;

namespace Sakip.Planning;

/// <summary>What a cell came to: a value, nothing, or an error that says what is expected.</summary>
internal readonly record struct CellReading(JsonNode? Value, string? Error = null, bool IsDash = false)
{
    // Dividing by it strips trailing zeros: 78,5 and 78,50 are one number.
    private const decimal One = 1.0000000000000000000000000000m;

    public static CellReading Nothing => default;

    public static CellReading Fault(string error) => new(null, error);

    /// <param name="neighbours">Texts of the column that show which mark of decimals is meant there.</param>
    /// <param name="unit">The unit that may stand beside a number.</param>
    public static CellReading Of(
        SheetColumn column,
        SheetCell cell,
        Func<IReadOnlyList<string>> neighbours,
        string? unit = null
    )
    {
        if (cell.Kind == CellKind.Error)
            return Fault($"Sel berisi galat {cell.Text}. Perbaiki rumusnya atau ketik nilainya.");
        if (cell.IsEmpty)
        {
            return cell is { IsFormula: true, Kind: CellKind.Empty }
                ? Fault("Rumus belum dihitung. Buka berkas di Excel atau LibreOffice, simpan, lalu unggah kembali.")
                : Nothing;
        }

        return column.Kind switch
        {
            ColumnKind.Flag => Flag(column, cell),
            ColumnKind.Choice => Choice(column, cell),
            ColumnKind.Day => Day(cell),
            ColumnKind.Whole or ColumnKind.Rupiah or ColumnKind.Percent or ColumnKind.Number => Amount(
                column,
                cell,
                unit,
                neighbours
            ),
            _ => Text(column, cell),
        };
    }

    private static CellReading Text(SheetColumn column, SheetCell cell)
    {
        switch (cell.Kind)
        {
            case CellKind.Date:
                return Fault("Sel berisi tanggal. Ubah format sel menjadi Teks, lalu ketik ulang isinya.");
            case CellKind.Number when column.Kind == ColumnKind.Digits:
                return Fault(
                    $"Ditulis sebagai angka ({cell.Text}), sehingga digitnya dapat berubah. {column.Hint} "
                        + "Ubah format sel menjadi Teks, lalu ketik ulang."
                );
            case CellKind.Number when !cell.Text.All(char.IsAsciiDigit):
                return Fault(
                    $"Ditulis sebagai angka ({cell.Text}). Ubah format sel menjadi Teks, lalu ketik ulang isinya."
                );
            case CellKind.Boolean:
                return Fault("Sel berisi nilai logika. Diharapkan teks.");
        }

        var text = PlanTidy.Of(column.Kind, cell.Text);
        if (column.Kind != ColumnKind.Codes)
            return text.Length == 0 ? Nothing : new(JsonValue.Create(text));
        var codes = cell.Text.Split([',', ';', '\n']).Select(TidyText.Line).Where(code => code.Length > 0);
        return new(new JsonArray([.. codes.Select(code => JsonValue.Create(code))]));
    }

    private static CellReading Flag(SheetColumn column, SheetCell cell)
    {
        var text = cell.Text.Trim();
        bool? flag = text.ToUpperInvariant() switch
        {
            "TRUE" or "YA" or "Y" or "1" or "X" or "BENAR" => true,
            "FALSE" or "TIDAK" or "T" or "0" or "-" or "SALAH" => false,
            _ => null,
        };
        return flag is { } given ? new(JsonValue.Create(given)) : Fault($"\"{text}\" tidak dikenal. {column.Hint}");
    }

    private static CellReading Choice(SheetColumn column, SheetCell cell) =>
        column.Choices!.JsonOf(cell.Text) is { } json
            ? new(JsonValue.Create(json))
            : Fault(
                $"\"{cell.Text.Trim()}\" tidak dikenal. Diharapkan salah satu dari: {string.Join(", ", column.Choices.Words)}."
            );

    private static CellReading Day(SheetCell cell)
    {
        if (cell.Kind == CellKind.Boolean)
            return Fault(IndonesianDay.Expected);
        if (cell.Kind is CellKind.Date or CellKind.Number)
        {
            return cell.Day is { Year: >= 1900 and <= 2100 } day
                ? new(JsonValue.Create(Iso(day)))
                : Fault($"Angka {cell.Text} bukan tanggal tanpa jam. {IndonesianDay.Expected}");
        }

        if (cell.Text.Trim() is "-" or "–" or "—")
            return Nothing;
        var (parsed, error) = IndonesianDay.Parse(cell.Text);
        return parsed is { } given ? new(JsonValue.Create(Iso(given))) : Fault(error!);
    }

    private static CellReading Amount(
        SheetColumn column,
        SheetCell cell,
        string? unit,
        Func<IReadOnlyList<string>> neighbours
    )
    {
        var kind = column.Kind switch
        {
            ColumnKind.Whole => NumberKind.Count,
            ColumnKind.Rupiah => NumberKind.Rupiah,
            ColumnKind.Percent => NumberKind.Percent,
            _ => NumberKind.Number,
        };
        var amount = CellAmount.Of(cell, kind, column.Hint, unit, neighbours);
        if (amount.Error is { } error)
            return Fault(error);
        return amount.Value is { } number ? Checked(column, number, cell.Text) : new(null, IsDash: true);
    }

    private static CellReading Checked(SheetColumn column, decimal number, string text)
    {
        if (column.Kind == ColumnKind.Whole)
        {
            return decimal.IsInteger(number) && number is >= int.MinValue and <= int.MaxValue
                ? new(JsonValue.Create((int)number))
                : Fault($"\"{text}\" harus bilangan bulat.");
        }

        return column.Kind == ColumnKind.Rupiah && number != Math.Round(number, 2)
            ? Fault($"\"{text}\" harus rupiah dengan paling banyak dua angka di belakang koma.")
            : new(JsonValue.Create(number / One));
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
