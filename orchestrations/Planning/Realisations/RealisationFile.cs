using Sakip.Kernel;
using Sakip.Workbooks;

namespace Sakip.Planning;

/// <summary>
/// Reads what the finance system exports: a workbook or CSV with the code of the sub-activity, cumulative spending and the
/// day of position. Columns are found by their headings; rows of programmes, activities and totals are left out.
/// </summary>
internal static class RealisationFile
{
    private const int HeadingsWithin = 30;

    private static readonly SheetColumn Code = Columns.Code("Kode sub kegiatan");
    private static readonly SheetColumn Spending = Columns.Rupiah("Realisasi", "spending");
    private static readonly SheetColumn Position = Columns.Day("Tanggal posisi", "position");

    private static readonly string[] CodeNames = ["kodesubkegiatan", "kodesub", "kodekegiatan", "koderekening", "kode"];

    private static readonly string[] SpendingNames =
    [
        "realisasikumulatif",
        "realisasisdtriwulan",
        "realisasisampaidengan",
        "realisasianggaran",
        "jumlahrealisasi",
        "realisasi",
        "serapan",
    ];

    private static readonly string[] PositionNames =
    [
        "tanggalposisi",
        "posisitanggal",
        "pertanggal",
        "posisi",
        "tanggal",
    ];

    /// <param name="position">The day of position where the file has no column for it.</param>
    /// <param name="before">What stands for the quarter before; spending does not fall below it.</param>
    public static RealisationReading Read(
        byte[] content,
        string name,
        OfficePlan plan,
        Budget budget,
        Quarter quarter,
        DateOnly? position,
        BudgetRealisation? before
    )
    {
        try
        {
            if (
                content.AsSpan() is not [(byte)'P', (byte)'K', ..] and not [0xD0, 0xCF, ..]
                && content.Length > 0
                && !content.Contains((byte)0)
            )
            {
                return Read(CsvRows.Read(content), "CSV", name, plan, budget, quarter, position, before);
            }

            using var book = WorkbookReader.Open(new MemoryStream(content));
            foreach (var sheet in book.Sheets.Where(sheet => !sheet.IsHidden))
            {
                var rows = book.Rows(sheet.Name).ToList();
                if (Headings(rows) is not null)
                    return Read(rows, sheet.Name, name, plan, budget, quarter, position, before);
            }

            return Failed(NoHeadings());
        }
        catch (WorkbookException refusal)
        {
            return Failed(new PlanError("$", refusal.Message));
        }
    }

    private static RealisationReading Read(
        IReadOnlyList<SheetRow> rows,
        string sheet,
        string name,
        OfficePlan plan,
        Budget budget,
        Quarter quarter,
        DateOnly? position,
        BudgetRealisation? before
    )
    {
        if (Headings(rows) is not { } found)
            return Failed(NoHeadings());
        var reader = new RowReader(sheet, found, plan.Year, quarter, rows);
        var subs = budget.SubActivities().ToDictionary(sub => sub.Code);
        var above = budget
            .Programmes.Select(one => one.Code)
            .Concat(budget.Activities().Select(one => one.Code))
            .ToHashSet();
        foreach (var row in rows.Where(row => row.Number > found.Row))
        {
            if (reader.Errors.Count == RowReading.MostErrors)
                break;
            reader.Take(row, subs, above);
        }

        var day = reader.Day ?? position;
        if (day is null)
        {
            reader.Fault(
                found.Row,
                null,
                "Tanggal posisi belum ada: isi kolom Tanggal posisi, atau tanggalnya pada formulir."
            );
        }
        else if (reader.Day is null)
        {
            reader.CheckDay(found.Row, day.Value);
        }

        if (reader.Rows.Count == 0 && reader.Errors.Count == 0)
        {
            reader.Fault(
                found.Row,
                null,
                "Tidak ada satu pun baris dengan kode sub kegiatan dari anggaran yang berlaku."
            );
        }

        if (reader.Errors.Count > 0)
            return new(null, reader.Errors, reader.Warnings);
        var realisation = new BudgetRealisation(
            quarter,
            day!.Value,
            name,
            [.. reader.Rows.Values.OrderBy(one => one.SubActivity, StringComparer.Ordinal)]
        );
        return new(
            realisation,
            [],
            [.. reader.Warnings, .. Missing(realisation, budget, sheet), .. Fallen(realisation, before, sheet)]
        );
    }

    private static IEnumerable<PlanError> Missing(BudgetRealisation realisation, Budget budget, string sheet) =>
        budget
            .SubActivities()
            .Where(sub => realisation.Of(sub.Code) is null)
            .Select(sub => new PlanError(
                "$",
                $"Sub kegiatan {sub.Code} {sub.Name} tidak ada dalam berkas.",
                new CellPlace(sheet)
            ));

    private static IEnumerable<PlanError> Fallen(
        BudgetRealisation realisation,
        BudgetRealisation? before,
        string sheet
    ) =>
        from row in realisation.Rows
        let earlier = before?.Of(row.SubActivity)
        where earlier > row.Spending
        select new PlanError(
            "$",
            $"Realisasi kumulatif {row.SubActivity} turun dari {IndonesianNumber.Rupiah(earlier.Value)} menjadi {IndonesianNumber.Rupiah(row.Spending)}.",
            new CellPlace(sheet)
        );

    private static (int Row, int Code, int Spending, int Position)? Headings(IReadOnlyList<SheetRow> rows)
    {
        foreach (var row in rows.TakeWhile(row => row.Number <= HeadingsWithin))
        {
            var (code, spending) = (Find(row, CodeNames), Find(row, SpendingNames));
            if (code > 0 && spending > 0 && code != spending)
                return (row.Number, code, spending, Find(row, PositionNames));
        }

        return null;
    }

    private static int Find(SheetRow row, string[] names)
    {
        foreach (var name in names)
        {
            foreach (var cell in row.Cells)
            {
                if (SheetTable.Plain(cell.Text).StartsWith(name, StringComparison.Ordinal))
                    return cell.Column;
            }
        }

        return 0;
    }

    private static PlanError NoHeadings() =>
        new(
            "$",
            "Baris judul tidak ditemukan. Diharapkan kolom \"Kode sub kegiatan\" dan \"Realisasi\", dan bila ada \"Tanggal posisi\"."
        );

    private static RealisationReading Failed(PlanError error) => new(null, [error], []);

    /// <summary>Reads row by row and keeps what is wrong with each.</summary>
    private sealed class RowReader(
        string sheet,
        (int Row, int Code, int Spending, int Position) at,
        int year,
        Quarter quarter,
        IReadOnlyList<SheetRow> all
    )
    {
        private IReadOnlyList<string>? _neighbours;

        public Dictionary<string, SubActivitySpending> Rows { get; } = [];

        public List<PlanError> Errors { get; } = [];

        public List<PlanError> Warnings { get; } = [];

        public DateOnly? Day { get; private set; }

        public void Take(SheetRow row, Dictionary<string, Budget.SubActivity> subs, HashSet<string> above)
        {
            var code = row[at.Code].Text.Trim();
            var plain = SheetTable.Plain(code);
            if (
                above.Contains(code)
                || plain.StartsWith("jumlah", StringComparison.Ordinal)
                || plain.StartsWith("total", StringComparison.Ordinal)
            )
            {
                return;
            }

            if (code.Length == 0)
            {
                if (!row[at.Spending].IsEmpty)
                    Warn(row.Number, at.Code, "Baris tanpa kode tidak dibaca.");
                return;
            }

            if (!subs.TryGetValue(code, out var sub))
            {
                Fault(row.Number, at.Code, $"Kode '{code}' tidak ada dalam anggaran yang berlaku.");
                return;
            }

            if (at.Position > 0)
                TakeDay(row);
            var reading = CellReading.Of(Spending, row[at.Spending], Neighbours);
            if (reading.Error is { } error)
                Fault(row.Number, at.Spending, error);
            else if (reading.Value is null && !reading.IsDash)
                Fault(row.Number, at.Spending, $"Wajib diisi; tulis 0 atau \"-\" bila belum ada. {Spending.Hint}");
            else
                Keep(row, sub, reading.Value?.GetValue<decimal>() ?? 0m);
        }

        public void Fault(int row, int? column, string message) => Errors.Add(Place(row, column, message));

        public void CheckDay(int row, DateOnly day)
        {
            var (first, last) = (quarter.FirstDay(year), quarter.LastDay(year));
            if (day < first || day > last)
            {
                Fault(
                    row,
                    at.Position == 0 ? null : at.Position,
                    $"Tanggal posisi {IndonesianDate.Long(day)} di luar triwulan {quarter.Roman()} ({IndonesianDate.Long(first)} sampai {IndonesianDate.Long(last)})."
                );
            }
        }

        private void Keep(SheetRow row, Budget.SubActivity sub, decimal spending)
        {
            if (spending < 0m)
            {
                Fault(row.Number, at.Spending, "Realisasi tidak boleh negatif.");
            }
            else if (!Rows.TryAdd(sub.Code, new SubActivitySpending(sub.Code, spending)))
            {
                Fault(row.Number, at.Code, $"Kode '{sub.Code}' sudah disebut baris lain.");
            }
            else if (spending > sub.Ceiling)
            {
                Warn(
                    row.Number,
                    at.Spending,
                    $"Realisasi {IndonesianNumber.Rupiah(spending)} melebihi pagu {IndonesianNumber.Rupiah(sub.Ceiling)}."
                );
            }
        }

        private void TakeDay(SheetRow row)
        {
            var reading = CellReading.Of(Position, row[at.Position], () => []);
            if (reading.Error is { } error)
            {
                Fault(row.Number, at.Position, error);
            }
            else if (reading.Value is { } value)
            {
                var day = DateOnly.ParseExact(
                    value.GetValue<string>(),
                    "yyyy-MM-dd",
                    System.Globalization.CultureInfo.InvariantCulture
                );
                CheckDay(row.Number, day);
                if (Day is { } known && known != day)
                {
                    Fault(
                        row.Number,
                        at.Position,
                        $"Tanggal posisi berbeda dari baris sebelumnya ({IndonesianDate.Long(known)}). Satu berkas memuat satu posisi."
                    );
                }

                Day ??= day;
            }
        }

        private IReadOnlyList<string> Neighbours() =>
            _neighbours ??= [
                .. all.Where(row => row.Number > at.Row)
                    .Select(row => row[at.Spending].Text)
                    .Where(text => text.Length > 0)
                    .Take(200),
            ];

        private void Warn(int row, int? column, string message) => Warnings.Add(Place(row, column, message));

        private PlanError Place(int row, int? column, string message) =>
            new(
                "$",
                message,
                new CellPlace(sheet, row, column is { } known ? CellAddress.Letters(known) : null, Heading(column))
            );

        private string? Heading(int? column) =>
            column == at.Code ? Code.Heading
            : column == at.Spending ? Spending.Heading
            : column is null ? null
            : Position.Heading;
    }
}
