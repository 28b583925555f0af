using System.Globalization;

namespace Sakip.Workbooks;

/// <summary>Columns by letter and number: A is 1.</summary>
internal static class CellAddress
{
    private const string Capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    public static string Letters(int column)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(column, 1);
        var letters = "";
        for (var rest = column; rest > 0; rest = (rest - 1) / 26)
            letters = (char)('A' + (rest - 1) % 26) + letters;
        return letters;
    }

    public static string Of(int column, int row) => Letters(column) + row.ToString(CultureInfo.InvariantCulture);

    /// <summary>An area on a sheet for formulas and names: <c>'Sub-unit'!$A$2:$A$500</c>.</summary>
    public static string Absolute(string sheet, int column, int firstRow, int lastRow)
    {
        var letters = Letters(column);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'!${letters}${firstRow}:${letters}${lastRow}"
        );
    }

    /// <summary>The row of "AB12".</summary>
    internal static int RowOf(string address) =>
        int.Parse(address.AsSpan().TrimStart(Capitals), NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>The column of "AB12"; 0 where the text is no address.</summary>
    internal static int ColumnOf(string address)
    {
        var column = 0;
        foreach (var character in address)
        {
            if (char.IsAsciiDigit(character))
                return column;
            if (!char.IsAsciiLetterUpper(character) || column > 20_000)
                return 0;
            column = column * 26 + (character - 'A' + 1);
        }

        return 0;
    }
}
