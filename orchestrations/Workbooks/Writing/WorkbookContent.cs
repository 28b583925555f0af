namespace Sakip.Workbooks;

/// <summary>A workbook to be written. Rows are asked for once, while they are written.</summary>
/// <param name="Names">Defined names with what they refer to: a cell, an area or a formula.</param>
internal sealed record WorkbookContent(
    string Title,
    IReadOnlyList<SheetContent> Sheets,
    IReadOnlyList<(string Name, string RefersTo)>? Names = null
);

/// <param name="Name">At most 31 characters, none of <c>[]:*?/\</c>.</param>
internal sealed record SheetContent(string Name, IEnumerable<RowContent> Rows)
{
    public IReadOnlyList<ColumnContent> Columns { get; init; } = [];

    /// <summary>Rows above, and columns left of, what scrolls.</summary>
    public int FrozenRows { get; init; }

    public int FrozenColumns { get; init; }

    /// <summary>Only cells whose style is <see cref="CellStyle.Unlocked"/> can be typed into.</summary>
    public bool IsLocked { get; init; }

    public bool IsHidden { get; init; }

    public bool IsLandscape { get; init; }

    /// <summary>Rows printed again on each page; from row 1.</summary>
    public int RepeatedRows { get; init; }

    /// <summary>Area with filter buttons, for example "A1:F1".</summary>
    public string? Filter { get; init; }

    /// <summary>Colour of the tab, hex RGB.</summary>
    public string? Tab { get; init; }

    public IReadOnlyList<CellRule> Rules { get; init; } = [];

    /// <summary>Areas such as "A1:D1"; the value stands in the first cell.</summary>
    public IReadOnlyList<string> Merged { get; init; } = [];
}

/// <param name="Width">In characters.</param>
/// <param name="Style">Style of cells that are not written: what is typed there later has it.</param>
internal sealed record ColumnContent(double Width, CellStyle? Style = null, bool IsHidden = false);

/// <param name="Height">In points; null leaves it to the spreadsheet.</param>
internal sealed record RowContent(IReadOnlyList<CellContent?> Cells, double? Height = null)
{
    public static RowContent Empty { get; } = new([]);
}

/// <summary>A cell: text, number, day or yes/no, or a formula with the value that it has now.</summary>
internal sealed record CellContent
{
    private CellContent(object? value, CellStyle style, string? formula) =>
        (Value, Style, Formula) = (value, style, formula);

    internal object? Value { get; }

    internal string? Formula { get; }

    public CellStyle Style { get; init; }

    public static CellContent Text(string? text, CellStyle? style = null) => new(text, style ?? CellStyle.Plain, null);

    /// <summary>More than the 15 digits that spreadsheets keep are written as text, so that none is lost.</summary>
    public static CellContent Number(decimal? number, CellStyle? style = null) =>
        new(
            number is { } given && Digits(given) > 15 ? SheetNumber.Text(given) : number,
            style ?? CellStyle.Plain,
            null
        );

    public static CellContent Day(DateOnly? day, CellStyle? style = null) =>
        new(day, style ?? CellStyle.Plain with { Format = SheetFormat.Day }, null);

    public static CellContent Flag(bool? flag, CellStyle? style = null) => new(flag, style ?? CellStyle.Plain, null);

    public static CellContent Blank(CellStyle style) => new(null, style, null);

    /// <param name="formula">English, without the equals sign: <c>SUM(A1:A3)</c>.</param>
    /// <param name="value">What it comes to; shown until the spreadsheet computes it itself.</param>
    public static CellContent Computed(string formula, decimal? value, CellStyle? style = null) =>
        new(value, style ?? CellStyle.Plain, formula);

    /// <inheritdoc cref="Computed(string, decimal?, CellStyle?)"/>
    public static CellContent Computed(string formula, string? value, CellStyle? style = null) =>
        new(value, style ?? CellStyle.Plain, formula);

    private static int Digits(decimal number) =>
        SheetNumber.Text(number).TrimStart('-', '0', '.').Count(char.IsAsciiDigit);
}
