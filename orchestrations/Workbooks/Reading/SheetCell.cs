using System.Globalization;

namespace Sakip.Workbooks;

internal enum CellKind
{
    Empty,
    Text,
    Number,

    /// <summary>A number that the cell shows as a date.</summary>
    Date,

    Boolean,

    /// <summary>An error value such as <c>#REF!</c>.</summary>
    Error,
}

/// <summary>A cell as stored, with a formula's last computed value.</summary>
/// <param name="Column">1 is A.</param>
/// <param name="Text">The text, or the number, date serial, "TRUE"/"FALSE" or error as the file has it.</param>
/// <param name="IsPercent">The cell shows its number times 100 with a percent sign.</param>
internal readonly record struct SheetCell(
    int Column,
    CellKind Kind,
    string Text,
    bool IsPercent = false,
    bool IsFormula = false
)
{
    public bool IsEmpty => Kind == CellKind.Empty || Kind == CellKind.Text && string.IsNullOrWhiteSpace(Text);

    /// <summary>The number of a number cell. What a spreadsheet kept as binary is rounded to the 15 digits it shows.</summary>
    public decimal? Number
    {
        get
        {
            if (Kind is not (CellKind.Number or CellKind.Date))
                return null;
            var digits = Text.Count(char.IsAsciiDigit);
            if (
                digits <= 15
                && decimal.TryParse(
                    Text,
                    NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                    CultureInfo.InvariantCulture,
                    out var exact
                )
            )
            {
                return exact;
            }

            return
                double.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var binary)
                && double.IsFinite(binary)
                && Math.Abs(binary) < 1e27
                ? decimal.Parse(
                    binary.ToString("G15", CultureInfo.InvariantCulture),
                    NumberStyles.Float,
                    CultureInfo.InvariantCulture
                )
                : null;
        }
    }

    /// <summary>The day of a number or date cell; null where it is none, or where it holds a time of day as well.</summary>
    public DateOnly? Day =>
        Number is { } serial && decimal.IsInteger(serial) && serial is >= 1 and <= 2_958_465 and not 60
            ? new DateOnly(1899, 12, serial > 60 ? 30 : 31).AddDays((int)serial)
            : null;
}

/// <summary>A row that has at least one cell with content.</summary>
/// <param name="Number">As the spreadsheet numbers it, from 1.</param>
/// <param name="Cells">Cells with content, in the order of their columns.</param>
internal sealed record SheetRow(int Number, IReadOnlyList<SheetCell> Cells)
{
    public bool IsHidden { get; init; }

    public SheetCell this[int column]
    {
        get
        {
            foreach (var cell in Cells)
            {
                if (cell.Column == column)
                    return cell;
            }

            return new SheetCell(column, CellKind.Empty, "");
        }
    }
}

internal sealed record SheetInfo(string Name, bool IsHidden);
