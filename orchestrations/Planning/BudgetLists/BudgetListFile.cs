using Sakip.Kernel;
using Sakip.Workbooks;

namespace Sakip.Planning;

/// <summary>
/// Reads what the finance system exports as "rekap sub kegiatan": programmes, activities and sub-activities with their
/// ceilings, be it one row to a sub-activity or a tree. Columns are found by their headings; what they leave open is asked.
/// </summary>
internal static class BudgetListFile
{
    /// <param name="former">How the office's earlier lists were read, the last first.</param>
    public static BudgetListReading Read(BudgetListImport import, OfficePlan plan, IReadOnlyList<BudgetSource> former)
    {
        try
        {
            var sheets = SpendingSheets.Read(import.File);
            var tables = sheets.Select(ListTable.Of).OfType<ListTable>().ToList();
            return tables.Count == 0 ? Failed(NoHeadings(sheets)) : Read(import, plan, former, tables);
        }
        catch (WorkbookException refusal)
        {
            return Failed(new PlanError("$", refusal.Message));
        }
    }

    private static BudgetListReading Read(
        BudgetListImport import,
        OfficePlan plan,
        IReadOnlyList<BudgetSource> former,
        List<ListTable> tables
    )
    {
        var choice = ListColumnChoice.Of(import, tables, plan.Year, former);
        var questions = new List<SpendingQuestion>();
        if (choice.Question is { } asked)
            questions.Add(asked);
        if (choice.Column is not { } column)
            return new BudgetListReading([], [], []) { Questions = questions, Titles = tables[0].Titles };
        var unit = SpendingUnit.Of(column.Heading, column.Table.Titles, import.Unit);
        if (unit.Question is { } inUnits)
            questions.Add(inUnits);
        var read = new ListReading(column.Table, column.Heading.Column, unit.Factor);
        var part = ListPart.Of(import, read.Rows, plan, former);
        if (part.Question is { } parts)
            questions.Add(parts);
        var rows = part.Rows;
        if (read.Rows.Count == 0 && read.Errors.Count == 0)
            return Failed(NoRows(column.Table));
        var reading = new BudgetListReading(
            rows,
            RowReading.Told([.. read.Errors]),
            [.. read.Warnings, .. Total(read, column)]
        )
        {
            Questions = questions,
            Column = column.Key,
            Part = part.Chosen,
            Titles = column.Table.Titles,
            Source = new SpendingSource(
                column.Table.Sheet.Name,
                CellAddress.Letters(column.Heading.Column),
                column.Heading.Text,
                rows.Select(row => row.Sub.Code).Distinct(StringComparer.Ordinal).Count(),
                rows.Sum(row => row.Ceiling),
                0,
                rows.Count == read.Rows.Count ? read.FileTotal : null
            ),
        };
        return reading;
    }

    private static IEnumerable<PlanError> Total(ListReading read, ListColumn column)
    {
        var sum = read.Rows.Sum(row => row.Ceiling);
        if (read.FileTotal is { } stated && stated != sum)
        {
            yield return new PlanError(
                "$",
                $"Jumlah yang terbaca {IndonesianNumber.Rupiah(sum)} berbeda dari baris jumlah di berkas {IndonesianNumber.Rupiah(stated)}: "
                    + $"selisih {IndonesianNumber.Rupiah(sum - stated)}. Periksa baris yang tidak terbaca.",
                column.Table.Place(null, column.Heading.Column)
            );
        }
    }

    private static PlanError NoHeadings(IReadOnlyList<SpendingSheet> sheets)
    {
        var sheet = sheets.FirstOrDefault(sheet => sheet.Rows.Count > 0);
        var row = sheet?.Rows.Take(40).MaxBy(row => row.Cells.Count(cell => cell.Text.Any(char.IsLetter)));
        var words = row?.Cells.Select(cell => SpendingSheet.OneLine(cell.Text)).Where(text => text.Length > 0).Take(8);
        return new PlanError(
            "$",
            "Baris judul tidak ditemukan. "
                + (
                    row is null
                        ? "Tidak ada isi yang terbaca. "
                        : $"Terbaca pada baris {row.Number}: {string.Join(", ", words!.Select(word => $"\"{word[..Math.Min(word.Length, 60)]}\""))}. "
                )
                + "Diharapkan kolom kode dan nama program, kegiatan, dan sub kegiatan, serta kolom pagu. Ekspor rekap sub kegiatan dari "
                + "SIPD-RI, atau sesuaikan judul kolomnya, lalu unggah kembali.",
            row is null ? null : new CellPlace(sheet!.Name, row.Number)
        );
    }

    private static PlanError NoRows(ListTable table) =>
        new(
            "$",
            "Tidak ada satu pun baris sub kegiatan yang terbaca di bawah judul. Diharapkan kode sub kegiatan, misalnya 4.01.01.1.01.0001 "
                + "atau X.XX.01.2.01.0001, pada setiap baris pagu. Periksa lembar yang diekspor, lalu unggah kembali.",
            table.Place(table.Block.Last + 1, table.All(ListRole.Code).FirstOrDefault())
        );

    private static BudgetListReading Failed(PlanError error) => new([], [error], []);
}
