using System.Text.RegularExpressions;

namespace Sakip.Consistency;

/// <summary>The level of rows that do not tell it, by their numbers (I, A, 1 or codes) and names, as a reader sees it.</summary>
internal static partial class RowLevels
{
    public static PrintedTable Fill(PrintedTable table)
    {
        var name = IndexOf(table, ColumnRole.Programme);
        if (
            name < 0
            || table.Rows.Any(row => row.Level != RowLevel.None)
            || IndexOf(table, ColumnRole.Ceiling) < 0 && IndexOf(table, ColumnRole.OwnAchievement) < 0
        )
        {
            return table;
        }

        var number = IndexOf(table, ColumnRole.Number);
        return table with { Rows = [.. table.Rows.Select(row => row with { Level = LevelOf(row, number, name) })] };
    }

    private static RowLevel LevelOf(PrintedRow row, int number, int name)
    {
        var title = TableView.Cell(row, name);
        var mark = TableView.Cell(row, number).TrimEnd('.', ')');
        if (mark.Length == 0 && CodeBefore().Match(title) is { Success: true } code)
            mark = code.Groups["code"].Value;
        var first = row.Cells.Select(cell => cell.Trim()).FirstOrDefault(cell => cell.Length > 0) ?? "";
        // "Jumlah dokumen" beside a programme is an indicator; what begins the row says what the row is.
        return Total().IsMatch(title) || title.Length == 0 && Total().IsMatch(first) ? RowLevel.Total
            : title.Length == 0 ? RowLevel.None
            : title.StartsWith("program ", StringComparison.OrdinalIgnoreCase) || Roman().IsMatch(mark)
                ? RowLevel.Programme
            : Code().IsMatch(mark)
                ? mark.Count(c => c == '.') switch
                {
                    <= 2 => RowLevel.Programme,
                    <= 4 => RowLevel.Activity,
                    _ => RowLevel.SubActivity,
                }
            : mark is [>= 'A' and <= 'Z'] || title.StartsWith("kegiatan ", StringComparison.OrdinalIgnoreCase)
                ? RowLevel.Activity
            : SubActivity().IsMatch(title) ? RowLevel.SubActivity
            : mark.Length > 0 && mark.All(char.IsAsciiDigit) ? RowLevel.SubActivity
            : RowLevel.None;
    }

    private static int IndexOf(PrintedTable table, ColumnRole role) =>
        table
            .Columns.Select((column, i) => (column.Role, i))
            .Where(pair => pair.Role == role)
            .Select(pair => pair.i)
            .FirstOrDefault(-1);

    [GeneratedRegex(
        @"^(?:jumlah|total)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Total();

    [GeneratedRegex(
        "^(?:I|II|III|IV|V|VI|VII|VIII|IX|X|XI|XII)$",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Roman();

    // "4.01.02" is a programme, "4.01.02.1.03" an activity, "4.01.02.1.03.0001" a sub-activity.
    [GeneratedRegex(@"^[0-9X]+(?:\.[0-9X]+){2,6}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();

    [GeneratedRegex(
        @"^(?<code>[0-9X]+(?:\.[0-9X]+){2,6})\.?\s",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex CodeBefore();

    [GeneratedRegex(
        @"^sub[ -]?kegiatan\s",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex SubActivity();
}
