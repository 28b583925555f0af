namespace Sakip.Workbooks;

internal enum CellAlign
{
    /// <summary>Text left, numbers right.</summary>
    Natural,
    Left,
    Centre,
    Right,
}

/// <summary>How a cell looks and whether it can be typed into on a locked sheet. Colours are hex RGB.</summary>
internal sealed record CellStyle
{
    public static CellStyle Plain { get; } = new();

    /// <summary>A table's heading: bold, white on green, wrapped, with borders.</summary>
    public static CellStyle Heading { get; } =
        new()
        {
            Bold = true,
            Ink = "FFFFFF",
            Fill = "1F6F54",
            Wrap = true,
            Border = true,
            Align = CellAlign.Centre,
            Middle = true,
        };

    /// <summary>A sheet's title.</summary>
    public static CellStyle Title { get; } = new() { Bold = true, Size = 14 };

    /// <summary>A cell of a table.</summary>
    public static CellStyle Body { get; } = new() { Border = true, Wrap = true };

    /// <summary>A cell to be filled in: unlocked, on light yellow.</summary>
    public static CellStyle Input { get; } =
        new()
        {
            Border = true,
            Wrap = true,
            Fill = "FFF8DC",
            Unlocked = true,
        };

    public bool Bold { get; init; }
    public bool Italic { get; init; }
    public string? Ink { get; init; }
    public string? Fill { get; init; }
    public bool Border { get; init; }
    public bool Wrap { get; init; }
    public CellAlign Align { get; init; }

    /// <summary>Centred between top and bottom; else at the top.</summary>
    public bool Middle { get; init; }

    public double Size { get; init; } = 11;

    /// <summary>A code from <see cref="SheetFormat"/>, or any number format code.</summary>
    public string Format { get; init; } = SheetFormat.General;

    public bool Unlocked { get; init; }
}

/// <summary>Number formats; days and rupiah as written in Indonesian.</summary>
internal static class SheetFormat
{
    public const string General = "General";

    /// <summary>Kept as typed: codes and numbers of documents.</summary>
    public const string Text = "@";

    public const string Whole = "#,##0";
    public const string Rupiah = "[$Rp-421]#,##0";

    /// <summary>With decimals where there are any.</summary>
    public const string Number = "#,##0.####";

    public const string Day = "[$-421]dd-mm-yyyy";

    /// <summary>A number with a fixed count of decimals.</summary>
    public static string Decimals(int decimals) => decimals <= 0 ? Whole : "#,##0." + new string('0', decimals);
}
