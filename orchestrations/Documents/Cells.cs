using System.Globalization;
using Sakip.Kernel;

namespace Sakip.Documents;

/// <summary>Cells and rows as the office's tables have them.</summary>
internal static class Cells
{
    public static Cell Head(string text, int columns = 1, int rows = 1) =>
        new(text)
        {
            ColumnSpan = columns,
            RowSpan = rows,
            Alignment = Alignment.Centre,
            Bold = true,
        };

    public static Row HeadRow(params string[] texts) => new([.. texts.Select(text => Head(text))]);

    /// <summary>Two heads for each of the four quarters.</summary>
    public static Row QuarterHeads(string first, string second) =>
        new([
            .. Enumerable.Repeat((first, second), 4).SelectMany(pair => new[] { Head(pair.first), Head(pair.second) }),
        ]);

    public static Cell Centre(string text) => new(text) { Alignment = Alignment.Centre };

    public static Cell Number(int number) => Centre(number.ToString(CultureInfo.InvariantCulture) + ".");

    /// <summary>Rupiah without the symbol; "-" where absent.</summary>
    public static Cell Rupiah(decimal? amount, CellFormula? formula = null) =>
        amount is { } known
            ? Cell.Number(known, IndonesianNumber.Number(known, 0), NumberFormats.Whole, formula) with
            {
                Alignment = Alignment.Right,
            }
            : Centre("-");

    /// <summary>A value with its printed text, centred; text alone where there is no value.</summary>
    public static Cell Value(decimal? value, string text) =>
        value is { } known
            ? Cell.Number(known, text, text.EndsWith('%') ? NumberFormats.NaturalPercent : NumberFormats.General) with
            {
                Alignment = Alignment.Centre,
            }
            : Centre(text);

    public static Cell Natural(decimal? value, int precision = 0) =>
        Value(value, value is { } known ? IndonesianNumber.Natural(known, precision) : "-");

    /// <summary>A row over the whole width that opens a group.</summary>
    public static Row Group(string text, int columns) =>
        new([new Cell(text) { ColumnSpan = columns, Bold = true }], RowStyle.Group);
}
