using Sakip.Kernel;
using Sakip.Workbooks;

namespace Sakip.Planning;

/// <summary>A table of spending: its headings, where its codes are, and what each of its rows stands for.</summary>
internal sealed class SpendingTable
{
    private const int LongestTitle = 300;
    private static readonly string[] Sums = [" jumlah", " total", " grand total", " sub total", " subtotal"];

    private SpendingTable(
        SpendingSheet sheet,
        SpendingBlock block,
        SpendingCodes codes,
        IReadOnlyList<SpendingLine> lines
    ) => (Sheet, Block, Codes, Lines) = (sheet, block, codes, lines);

    public SpendingSheet Sheet { get; }

    public SpendingBlock Block { get; }

    public SpendingCodes Codes { get; }

    public IReadOnlyList<SpendingLine> Lines { get; }

    /// <summary>The lines above the headings.</summary>
    public IEnumerable<string> Titles =>
        Sheet
            .Rows.Where(row => row.Number < Block.First)
            .SelectMany(row => row.Cells)
            .Where(cell => cell.Kind == CellKind.Text)
            .Select(cell => SpendingSheet.OneLine(cell.Text))
            .Where(text => text.Length <= LongestTitle);

    /// <summary>The tables of a sheet, from the first to the last: each begins where headings of another layout stand.</summary>
    public static IEnumerable<SpendingTable> Of(SpendingSheet sheet, SpendingLevels levels)
    {
        for (var block = SpendingBlock.Find(sheet); block is not null; )
        {
            var next = SpendingBlock.After(sheet, block, text => levels.CodeIn(SpendingCode.Leading(text)) is not null);
            var part = next is null ? sheet : sheet.Above(next.First);
            var codes = SpendingCodes.Find(part, block, levels);
            yield return new SpendingTable(part, block, codes, Settled(Read(part, block, codes, levels), levels));
            block = next;
        }
    }

    public CellPlace Place(int? row, int? column) =>
        new(
            Sheet.Name,
            row,
            column is { } known ? CellAddress.Letters(known) : null,
            column is { } at && Block.At(at).Text is { Length: > 0 } heading ? heading : null
        );

    private static List<SpendingLine> Read(
        SpendingSheet sheet,
        SpendingBlock block,
        SpendingCodes codes,
        SpendingLevels levels
    )
    {
        var lines = new List<SpendingLine>();
        SpendingLine? current = null;
        foreach (var row in sheet.Rows.Where(row => row.Number > block.Last))
        {
            FileReading.Check();
            var (code, account) = (codes.Of(row), codes.Account == 0 ? "" : sheet.Text(row.Number, codes.Account));
            var line = Of(row, code, account, codes, levels, current);
            if (line is { Kind: SpendingLineKind.SubActivity or SpendingLineKind.Account })
                current = line;
            else if (line is not { Kind: SpendingLineKind.Stray })
                current = null;
            if (line is not null)
                lines.Add(line);
        }

        return lines;
    }

    private static SpendingLine? Of(
        SheetRow row,
        string code,
        string account,
        SpendingCodes codes,
        SpendingLevels levels,
        SpendingLine? current
    )
    {
        var hasAccount = account.Length <= SpendingCode.Longest && account.Any(char.IsAsciiDigit);
        var kind = hasAccount ? SpendingLineKind.Account : SpendingLineKind.SubActivity;
        if (levels.SubActivity(code) is { } sub)
            return new SpendingLine(row, kind, sub.Code, sub, hasAccount ? account : "");
        if (levels.IsAbove(code) || SpendingBlock.IsNumbering(row))
            return null;
        if (TotalLabel(row) is { } isWhole)
            return isWhole ? new SpendingLine(row, SpendingLineKind.Total) : null;
        if (levels.Split(code) is var (owner, rest))
            return new SpendingLine(row, SpendingLineKind.Account, owner.Code, owner, rest);
        if (current is not null && code.Length == 0 && hasAccount)
            return current with { Row = row, Kind = SpendingLineKind.Account, Account = account };
        if (current is not null && codes.Account == 0 && SpendingCode.IsAccount(code))
            return current with { Row = row, Kind = SpendingLineKind.Account, Account = code };
        return SpendingCode.IsCode(code)
            ? new SpendingLine(row, kind, code, Account: hasAccount ? account : "")
            : new SpendingLine(row, SpendingLineKind.Stray);
    }

    /// <summary>True for the sum of all, false for the sum of a part; null where the row is no sum.</summary>
    private static bool? TotalLabel(SheetRow row)
    {
        var label = row.Cells.FirstOrDefault(cell => cell.Kind == CellKind.Text && cell.Text.Any(char.IsLetter)).Text;
        if (label is null)
            return null;
        var words = HeadingWords.Of(label);
        var isSum = Array.Exists(Sums, start => words.StartsWith(start, StringComparison.Ordinal));
        return isSum
            ? !words.HasAny(" sub", "program", "kegiatan", "bidang", "urusan", " halaman", "dipindahkan")
            : null;
    }

    // A code that others continue is one of the levels above, whether or not the budget knows it; and so is a short one.
    private static List<SpendingLine> Settled(List<SpendingLine> lines, SpendingLevels levels)
    {
        var parents = SpendingCode.Parents(lines.Select(line => line.Code).Distinct().Select(SpendingCode.Key));
        return
        [
            .. lines.Where(line =>
                line is not { Kind: SpendingLineKind.SubActivity or SpendingLineKind.Account, Sub: null }
                || (
                    SpendingCode.Key(line.Code) is var key
                    && SpendingCode.Depth(key) >= levels.Depth
                    && !parents.Contains(key)
                )
            ),
        ];
    }
}
