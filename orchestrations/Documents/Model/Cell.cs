namespace Sakip.Documents;

/// <summary>What a table shows in one place.</summary>
internal sealed record Cell(IReadOnlyList<Inline> Inlines)
{
    public Cell(string text)
        : this([text]) { }

    public int ColumnSpan { get; init; } = 1;

    public int RowSpan { get; init; } = 1;

    /// <summary>Overrides the column's alignment.</summary>
    public Alignment? Alignment { get; init; }

    /// <summary>The ground of the cell. Its meaning also stands in the text: colour is never alone.</summary>
    public NamedColour? Shade { get; init; }

    public bool Bold { get; init; }

    /// <summary>The depth of a text within a hierarchy, in steps of indent.</summary>
    public int Indent { get; init; }

    /// <summary>The exact number behind the text, for spreadsheets; null when the cell is text or has no value.</summary>
    public decimal? Value { get; init; }

    /// <summary>The spreadsheet's number format for <see cref="Value"/>, such as <c>#,##0</c> or <c>0.00"%"</c>.</summary>
    public string Format { get; init; } = NumberFormats.General;

    /// <summary>How the spreadsheet computes <see cref="Value"/>; a plain number when null.</summary>
    public CellFormula? Formula { get; init; }

    /// <summary>A number with the text that officials read: <c>Cell.Number(3639196510m, "3.639.196.510")</c>.</summary>
    public static Cell Number(
        decimal value,
        string text,
        string format = NumberFormats.Whole,
        CellFormula? formula = null
    ) =>
        new(text)
        {
            Value = value,
            Format = format,
            Formula = formula,
        };
}

internal static class NumberFormats
{
    public const string General = "General";

    public const string Whole = "#,##0";

    /// <summary>For values in percent, 87.5 for 87,5%.</summary>
    public const string Percent = "0.00\"%\"";

    /// <summary>A percentage with as many decimals as it has.</summary>
    public const string NaturalPercent = "General\"%\"";

    public static string PercentOf(int decimals) => decimals <= 0 ? "0\"%\"" : $"0.{new string('0', decimals)}\"%\"";
}

internal abstract record CellFormula;

/// <summary>The sum of the same column over the rows of these keys.</summary>
internal sealed record SumOfRows(IReadOnlyList<string> RowKeys) : CellFormula;

/// <summary>A quotient of two columns of the same row (counted from 0) in percent: absorption of a ceiling.</summary>
internal sealed record PercentOfColumns(int Numerator, int Denominator) : CellFormula;
