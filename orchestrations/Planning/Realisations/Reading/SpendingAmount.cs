using Sakip.Workbooks;

namespace Sakip.Planning;

/// <summary>An amount of money in a cell, as people and programs write it.</summary>
/// <param name="Value">Null where the cell is blank or cannot be read.</param>
internal readonly record struct SpendingAmount(decimal? Value, string? Error = null)
{
    private static readonly SheetColumn Money = Columns.Rupiah("Realisasi", "spending");

    public bool IsBlank => Value is null && Error is null;

    /// <param name="unit">What one stands for: 1.000 in a table that is in thousands.</param>
    public static SpendingAmount Of(SheetCell cell, decimal unit)
    {
        if (cell is { Kind: CellKind.Number, IsPercent: false, Number: { } number })
            return new(Math.Round(number * unit, 2, MidpointRounding.AwayFromZero));
        var text = cell.Text.Trim().Replace('−', '-');
        if (cell.Kind == CellKind.Text && text.ToLowerInvariant() is "nihil" or "nol")
            return new(0m);
        if (cell.Kind == CellKind.Text && text is [.., >= '0' and <= '9', '-'])
        {
            return new(
                null,
                $"\"{text}\" dapat berarti pengembalian atau belanja. Tulis ({text[..^1]}) untuk pengembalian, {text[..^1]} untuk belanja."
            );
        }

        // Accountants write what was paid back between brackets.
        var isNegative = cell.Kind == CellKind.Text && text is ['(', .., ')'];
        var plain = cell.Kind == CellKind.Text ? cell with { Text = isNegative ? text[1..^1] : text } : cell;
        var reading = CellReading.Of(Money, plain, () => []);
        if (reading.Error is { } error)
        {
            var isQuoted = cell.Text.Length == 0 || error.Contains(cell.Text.Trim(), StringComparison.Ordinal);
            return new(null, isQuoted ? error : $"Dibaca \"{cell.Text.Trim()}\". {error}");
        }

        if (reading.Value is not { } value)
            return new(reading.IsDash ? 0m : null);
        var amount = Math.Round(value.GetValue<decimal>() * unit, 2, MidpointRounding.AwayFromZero);
        return new(isNegative ? -amount : amount);
    }
}
