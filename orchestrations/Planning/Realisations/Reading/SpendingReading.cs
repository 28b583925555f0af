using Sakip.Kernel;

namespace Sakip.Planning;

/// <summary>What one column of a table says was spent on each sub-activity.</summary>
internal sealed class SpendingReading
{
    private readonly SpendingTable _table;
    private readonly int _column;
    private readonly decimal _unit;
    private readonly List<PlanError> _errors = [];
    private readonly List<PlanError> _warnings = [];
    private readonly List<int> _blanks = [];

    public SpendingReading(SpendingTable table, int column, decimal unit, BlankCells blanks)
    {
        (_table, _column, _unit) = (table, column, unit);
        foreach (var group in table.Lines.Where(IsSpending).GroupBy(line => line.Code, StringComparer.Ordinal))
        {
            if (_errors.Count >= RowReading.MostErrors)
                break;
            Take([.. group], blanks);
        }

        FileTotal = table
            .Lines.Where(line => line.Kind == SpendingLineKind.Total)
            .Select(line => Amount(line).Value)
            .LastOrDefault(value => value is not null);
        TellOfStrays();
    }

    public List<SubActivitySpending> Rows { get; } = [];

    public IReadOnlyList<PlanError> Errors => _errors;

    public IReadOnlyList<PlanError> Warnings => _warnings;

    /// <summary>What is unlike the budget and must be explained by whoever brings it.</summary>
    public List<SpendingException> Exceptions { get; } = [];

    /// <summary>Rows without an amount.</summary>
    public IReadOnlyList<int> Blanks => _blanks;

    /// <summary>Rows of accounts that were summed.</summary>
    public int Summed { get; private set; }

    /// <summary>What the file itself gives as the sum of all; null where it gives none.</summary>
    public decimal? FileTotal { get; }

    public decimal Total => Rows.Sum(row => row.Spending);

    private static bool IsSpending(SpendingLine line) =>
        line.Kind is SpendingLineKind.SubActivity or SpendingLineKind.Account;

    private void Take(List<SpendingLine> lines, BlankCells blanks)
    {
        var own = lines.Where(line => line.Kind == SpendingLineKind.SubActivity).ToList();
        var accounts = Leaves([.. lines.Where(line => line.Kind == SpendingLineKind.Account)]);
        foreach (var again in own.Skip(1))
        {
            _errors.Add(
                new PlanError(
                    "$",
                    $"Kode '{again.Code}' sudah disebut baris lain (baris {own[0].Row.Number}). Gabungkan menjadi satu baris; bila berkas "
                        + "merinci per rekening, beri judul \"Kode rekening\" pada kolom rekeningnya agar dijumlahkan.",
                    _table.Place(again.Row.Number, _table.Codes.Columns[0])
                )
            );
        }

        var whole = own.Count == 0 ? default : Read(own[0]);
        var parts = accounts.Select(line => (Line: line, Amount: Read(line))).ToList();
        if (own.Count > 1 || whole.Error is not null || parts.Any(part => part.Amount.Error is not null))
            return;
        var sum = whole.Value is null ? Sum(parts, blanks) : parts.Sum(part => part.Amount.Value ?? 0m);
        if (whole.Value is { } given)
        {
            Keep(own[0], given);
        }
        else if (accounts.Count > 0 && sum is { } summed)
        {
            Summed += accounts.Count;
            Keep(accounts[0], summed);
        }
        else if (accounts.Count == 0 && Blank(own[0], blanks) is { } zero)
        {
            Keep(own[0], zero);
        }

        if (whole.Value is { } stated && sum is { } found && accounts.Count > 0 && stated != found)
        {
            Warn(
                own[0],
                $"Realisasi {own[0].Code} {IndonesianNumber.Rupiah(stated)} berbeda dari jumlah rekeningnya {IndonesianNumber.Rupiah(found)}; yang dipakai {IndonesianNumber.Rupiah(stated)}."
            );
        }
    }

    // 5.1 is the sum of 5.1.02 and need not be counted again.
    private static List<SpendingLine> Leaves(List<SpendingLine> accounts)
    {
        var parents = SpendingCode.Parents(accounts.Select(line => SpendingCode.Key(line.Account)));
        return [.. accounts.Where(line => !parents.Contains(SpendingCode.Key(line.Account)))];
    }

    private decimal? Sum(IEnumerable<(SpendingLine Line, SpendingAmount Amount)> parts, BlankCells blanks)
    {
        decimal? sum = 0m;
        foreach (var (line, amount) in parts)
            sum += amount.Value ?? Blank(line, blanks);
        return sum;
    }

    private decimal? Blank(SpendingLine line, BlankCells blanks)
    {
        // What the budget does not know and nothing was spent on is of no account.
        if (line.Sub is null)
            return line.Kind == SpendingLineKind.Account ? 0m : null;
        _blanks.Add(line.Row.Number);
        if (blanks == BlankCells.Refuse)
        {
            Fault(
                line,
                "Sel kosong, padahal wajib diisi. Tulis 0 atau \"-\" bila belum ada realisasi, lalu unggah kembali."
            );
        }

        return blanks == BlankCells.Zero ? 0m : null;
    }

    private void Keep(SpendingLine line, decimal spending)
    {
        if (spending < 0m)
        {
            Fault(
                line,
                $"Realisasi {line.Code} negatif ({IndonesianNumber.Rupiah(spending)}). Diharapkan jumlah sejak awal tahun, paling kecil 0. Periksa pengembalian belanja atau kolom yang dipilih."
            );
            return;
        }

        Rows.Add(new SubActivitySpending(line.Code, spending) { Name = line.Sub is null ? NameOf(line) : null });
        if (line.Sub is null)
        {
            Except(
                line,
                $"Sub kegiatan {line.Code} tidak ada dalam anggaran yang berlaku; realisasinya {IndonesianNumber.Rupiah(spending)}."
            );
        }
        else if (spending > line.Sub.Ceiling)
        {
            Except(
                line,
                $"Realisasi {line.Code} {IndonesianNumber.Rupiah(spending)} melebihi pagu {IndonesianNumber.Rupiah(line.Sub.Ceiling)}."
            );
        }
    }

    private string NameOf(SpendingLine line) =>
        line.Row.Cells.Where(cell =>
                cell.Kind == Workbooks.CellKind.Text
                && !_table.Codes.Columns.Contains(cell.Column)
                && cell.Column != _column
            )
            .Select(cell => SpendingSheet.OneLine(cell.Text))
            .Where(text => text.Any(char.IsLetter) && !SpendingCode.IsCode(text))
            .MaxBy(text => text.Length)
        ?? "";

    private SpendingAmount Amount(SpendingLine line) =>
        SpendingAmount.Of(_table.Sheet.Money(line.Row.Number, _column), _unit);

    private SpendingAmount Read(SpendingLine line)
    {
        var amount = Amount(line);
        if (amount.Error is { } error)
            Fault(line, error);
        return amount;
    }

    private void TellOfStrays()
    {
        var strays = _table
            .Lines.Where(line => line.Kind == SpendingLineKind.Stray && Amount(line) is { Value: not null and not 0m })
            .Select(line => line.Row.Number)
            .ToList();
        if (strays.Count > 0)
        {
            _warnings.Add(
                new PlanError(
                    "$",
                    $"Baris tanpa kode tidak dibaca: baris {SpendingText.List(strays)}.",
                    _table.Place(strays[0], _table.Codes.Columns[0])
                )
            );
        }
    }

    private void Except(SpendingLine line, string what)
    {
        Exceptions.Add(new SpendingException(line.Code, what));
        Warn(line, what + " Tulis alasannya sebelum menerapkan.");
    }

    private void Warn(SpendingLine line, string what) =>
        _warnings.Add(new PlanError("$", what, _table.Place(line.Row.Number, _column)));

    private void Fault(SpendingLine line, string what) =>
        _errors.Add(new PlanError("$", what, _table.Place(line.Row.Number, _column)));
}
