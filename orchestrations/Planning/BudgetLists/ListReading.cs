using Sakip.Kernel;
using Sakip.Workbooks;

namespace Sakip.Planning;

/// <summary>The rows of sub-activities that a table lists, by one of its columns of ceilings.</summary>
internal sealed class ListReading
{
    private static readonly string[] Sums = [" jumlah", " total", " grand total"];

    private readonly ListTable _table;
    private readonly int _column;
    private readonly decimal _unit;
    private readonly ListNodes _nodes;
    private readonly List<PlanError> _errors = [];
    private readonly List<PlanError> _warnings = [];
    private readonly List<int> _strays = [];

    /// <param name="column">The column of ceilings.</param>
    /// <param name="unit">What one stands for in it.</param>
    public ListReading(ListTable table, int column, decimal unit)
    {
        (_table, _column, _unit) = (table, column, unit);
        var rows = table.Sheet.Rows.Where(row => row.Number > table.Block.Last).ToList();
        _nodes = new ListNodes(table, rows);
        if (table.IsFlat)
            Flat(rows);
        else
            Tree(rows);
        if (_strays.Count > 0)
        {
            _warnings.Add(
                new PlanError(
                    "$",
                    $"Baris tanpa kode sub kegiatan tidak dibaca: baris {SpendingText.List(_strays)}.",
                    table.Place(_strays[0], column)
                )
            );
        }
    }

    public List<ListRow> Rows { get; } = [];

    public IReadOnlyList<PlanError> Errors => _errors;

    public IReadOnlyList<PlanError> Warnings => _warnings;

    /// <summary>What the file itself gives as the sum of all; null where it gives none.</summary>
    public decimal? FileTotal { get; private set; }

    private void Flat(List<SheetRow> rows)
    {
        ListNode programme = default;
        ListNode activity = default;
        foreach (var row in rows)
        {
            FileReading.Check();
            if (SpendingBlock.IsNumbering(row) || IsTotal(row))
                continue;
            var (above, below) = (_nodes.Of(row, ListLevel.Programme), _nodes.Of(row, ListLevel.Activity));
            if (Differs(above, programme))
                (programme, activity) = (above, default);
            if (Differs(below, activity))
                activity = below;
            var sub = _nodes.Of(row, ListLevel.SubActivity);
            if (sub.Code.Length == 0)
            {
                Stray(row, sub.Name.Length > 0 || (above.Name.Length == 0 && below.Name.Length == 0));
                continue;
            }

            Keep(row, Inferred(programme, sub, ListLevel.Programme), Inferred(activity, sub, ListLevel.Activity), sub);
        }
    }

    private void Tree(List<SheetRow> rows)
    {
        var codes = SpendingCodes.At(_table.Sheet, _nodes.CodeColumns());
        var nodes = new List<(SheetRow Row, ListNode Node)>();
        foreach (var row in rows)
        {
            FileReading.Check();
            if (!SpendingBlock.IsNumbering(row) && !IsTotal(row))
                nodes.Add((row, _nodes.InTree(row, codes)));
        }

        var levels = ListCodes.LevelsOf([
            .. nodes.Select(one => one.Node.Code).Where(code => code.Length > 0 && !SpendingCode.IsAccount(code)),
        ]);
        ListNode programme = default;
        ListNode activity = default;
        foreach (var (row, node) in nodes)
        {
            switch (levels.GetValueOrDefault(node.Code))
            {
                case ListLevel.Programme:
                    (programme, activity) = (node, default);
                    break;
                case ListLevel.Activity:
                    activity = node;
                    break;
                case ListLevel.SubActivity:
                    Keep(row, programme, activity, node);
                    break;
                default:
                    Stray(row, node.Code.Length == 0);
                    break;
            }
        }
    }

    // A list that names the sub-activity's code alone has the codes above in it.
    private static ListNode Inferred(ListNode given, ListNode sub, ListLevel level)
    {
        if (given.Code.Length > 0 || !ListCodes.IsNational(sub.Code))
            return given;
        var parts = sub.Code.Split('.');
        return given with { Code = string.Join('.', parts.Take(level == ListLevel.Programme ? 3 : 5)) };
    }

    private static bool Differs(ListNode read, ListNode carried) =>
        (read.Code.Length > 0 || read.Name.Length > 0) && read != carried;

    private void Keep(SheetRow row, ListNode programme, ListNode activity, ListNode sub)
    {
        var amount = SpendingAmount.Of(_table.Sheet.Own(row.Number, _column), _unit);
        if (amount.Error is { } error)
            _errors.Add(new PlanError("$", error, _table.Place(row.Number, _column)));
        if (amount.Value < 0m)
        {
            _errors.Add(
                new PlanError(
                    "$",
                    $"Pagu {sub.Code} negatif ({IndonesianNumber.Rupiah(amount.Value.Value)}). Pilih kolom pagu, bukan kolom selisih.",
                    _table.Place(row.Number, _column)
                )
            );
        }

        if (programme.Code.Length == 0 || activity.Code.Length == 0)
        {
            _errors.Add(
                new PlanError(
                    "$",
                    $"Program atau kegiatan dari sub kegiatan {sub.Code} tidak terbaca. Sertakan kolom kode dan nama program serta kegiatan, lalu unggah kembali.",
                    _table.Place(row.Number, 0)
                )
            );
        }

        Rows.Add(
            new ListRow(row.Number, programme, activity, sub, amount.Value ?? 0m)
            {
                Fund = _table.Text(row, ListRole.Fund),
                Office = _table.Text(row, ListRole.Office),
                Carrier = _table.Text(row, ListRole.Carrier),
                Indicator = _table.Text(row, ListRole.Indicator),
                Target = _table.Text(row, ListRole.Target),
                Measure = _table.Text(row, ListRole.Measure),
                SubUnit = _table.Text(row, ListRole.SubUnit),
                Supports = _table.Text(row, ListRole.Supports),
            }
        );
    }

    private void Stray(SheetRow row, bool isNamed)
    {
        if (isNamed && SpendingAmount.Of(_table.Sheet.Own(row.Number, _column), _unit).Value is not null and not 0m)
            _strays.Add(row.Number);
    }

    private bool IsTotal(SheetRow row)
    {
        var label = row.Cells.FirstOrDefault(cell => cell.Kind == CellKind.Text && cell.Text.Any(char.IsLetter)).Text;
        var words = HeadingWords.Of(label ?? "");
        var isSum = Array.Exists(Sums, start => words.StartsWith(start, StringComparison.Ordinal));
        var first = ListCodes.Split(row.Cells.Select(cell => cell.Text).FirstOrDefault() ?? "").Code;
        if (!isSum || ListCodes.IsNational(ListCodes.Tidy(first)))
            return false;
        if (!words.HasAny("program", "kegiatan", "halaman", "dipindahkan"))
            FileTotal = SpendingAmount.Of(_table.Sheet.Own(row.Number, _column), _unit).Value ?? FileTotal;
        return true;
    }
}
