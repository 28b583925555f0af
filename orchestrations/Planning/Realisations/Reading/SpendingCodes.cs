using Sakip.Workbooks;

namespace Sakip.Planning;

/// <summary>
/// The column, or the columns side by side, in which a table has the codes of sub-activities: those that give most codes
/// of the budget.
/// </summary>
internal sealed class SpendingCodes
{
    private const int MostColumns = 40;
    private readonly SpendingSheet _sheet;
    private readonly string[] _carried;

    private SpendingCodes(SpendingSheet sheet, IReadOnlyList<int> columns, int account)
    {
        (_sheet, Columns, Account) = (sheet, columns, account);
        _carried = new string[columns.Count];
    }

    public IReadOnlyList<int> Columns { get; }

    /// <summary>The column of the account's code; 0 where there is none.</summary>
    public int Account { get; }

    /// <summary>Rows in which a code of a sub-activity was found.</summary>
    public int Found { get; private init; }

    public static SpendingCodes Find(SpendingSheet sheet, SpendingBlock block, SpendingLevels levels)
    {
        var rows = sheet.Rows.Where(row => row.Number > block.Last).ToList();
        var accounts = Roles(block, SpendingRole.Account);
        var named = Roles(block, SpendingRole.Code);
        var likely = named
            .Concat(accounts)
            .Concat(Enumerable.Range(1, Math.Min(sheet.LastColumn, MostColumns)))
            .Distinct();
        var choices = likely.Select(column => (IReadOnlyList<int>)[column]).Concat(Runs(block, named));
        SpendingCodes? best = null;
        foreach (var columns in choices)
        {
            var account = accounts.FirstOrDefault(column => !columns.Contains(column));
            var tried = new SpendingCodes(sheet, columns, account);
            var found = rows.Select(tried.Of).Select(levels.CodeIn).Distinct().Count(code => code is not null);
            if (best is null || found > best.Found)
                best = new SpendingCodes(sheet, columns, account) { Found = found };
        }

        return best!;
    }

    /// <summary>Codes in columns that are known already.</summary>
    public static SpendingCodes At(SpendingSheet sheet, IReadOnlyList<int> columns) => new(sheet, columns, 0);

    /// <summary>
    /// The code of a row as printed; nothing where it has none. Rows are asked for from the first to the last: what a
    /// code has in common with the row above may be printed there alone.
    /// </summary>
    public string Of(SheetRow row)
    {
        if (Columns.Count == 1)
            return SpendingCode.Leading(_sheet.Text(row.Number, Columns[0]));
        var parts = Columns.Select(column => _sheet.Text(row.Number, column)).ToArray();
        var first = Array.FindIndex(parts, part => part.Length > 0);
        if (first < 0)
            return "";
        var last = Array.FindLastIndex(parts, part => part.Length > 0);
        for (var i = 0; i < parts.Length; i++)
        {
            if (i >= first)
                _carried[i] = parts[i];
        }

        return string.Join(
            '.',
            _carried.Take(last + 1).Where(part => !string.IsNullOrEmpty(part)).Select(part => part.Trim('.'))
        );
    }

    private static List<int> Roles(SpendingBlock block, SpendingRole role) =>
        [
            .. block
                .Headings.Where(heading => heading.Role(0, Kernel.Quarter.Q1) == role)
                .Select(heading => heading.Column),
        ];

    // Codes over several columns: headed alike, each by a name of its own, or the first of them alone.
    private static IEnumerable<IReadOnlyList<int>> Runs(SpendingBlock block, List<int> named)
    {
        foreach (var first in named)
        {
            for (var last = first + 1; last < first + 8; last++)
            {
                if (!named.Contains(last) && block.At(last).Parts.Count > 0)
                    break;
                yield return [.. Enumerable.Range(first, last - first + 1)];
            }
        }
    }
}
