using Sakip.Workbooks;

namespace Sakip.Planning;

/// <summary>Finds the sheets of a layout in a workbook, and says what is missing or unknown.</summary>
internal static class BookTables
{
    public const string Untouched =
        "Templat ini belum diisi: yang ada hanya baris contoh. Timpa baris contoh pada setiap lembar dengan data unit Anda "
        + "(mulai dari lembar Umum, Sub-unit, dan Jabatan), lalu unggah kembali. Lembar Petunjuk menjelaskan tiap kolom.";

    public static Dictionary<string, SheetTable> Read(
        WorkbookReader book,
        IReadOnlyList<SheetLayout> layouts,
        List<PlanError> errors,
        List<PlanError> warnings
    )
    {
        var tables = new Dictionary<string, SheetTable>();
        foreach (var sheet in book.Sheets)
        {
            var layout = layouts.FirstOrDefault(one => SheetTable.Plain(one.Name) == SheetTable.Plain(sheet.Name));
            if (layout is null)
            {
                if (!IsOurs(sheet.Name))
                {
                    warnings.Add(
                        new PlanError("$", "Lembar ini tidak dikenal dan tidak dibaca.", new CellPlace(sheet.Name))
                    );
                }

                continue;
            }

            var table = SheetTable.Read(layout, sheet.Name, book.Rows(sheet.Name));
            if (!table.HasHeadings)
            {
                if (layout.Required)
                    errors.Add(new PlanError("$", Headings(layout), new CellPlace(sheet.Name)));
                continue;
            }

            tables[layout.Name] = table;
            Missing(table, errors, warnings);
            Remarks(table, book.Shape(sheet.Name).MergedAreas, warnings);
        }

        foreach (var layout in layouts.Where(layout => layout.Required && !tables.ContainsKey(layout.Name)))
        {
            if (errors.All(error => SheetTable.Plain(error.Cell?.Sheet ?? "") != SheetTable.Plain(layout.Name)))
            {
                errors.Add(
                    new PlanError(
                        "$",
                        $"Lembar \"{layout.Name}\" tidak ada. {layout.Purpose}",
                        new CellPlace(layout.Name)
                    )
                );
            }
        }

        return tables;
    }

    /// <summary>True where nothing stands but the template's examples.</summary>
    public static bool IsUntouched(Dictionary<string, SheetTable> tables) =>
        tables.Values.Any(table => table.Examples > 0)
        && tables
            .Values.Where(table => !TemplateRows.Sheets.Contains(table.Layout.Name))
            .All(table => table.Layout.IsForm ? table.Rows.All(row => row[2].IsEmpty) : table.Rows.Count == 0);

    public static void RequireRows(Dictionary<string, SheetTable> tables, RowReading reading)
    {
        foreach (
            var table in tables.Values.Where(table =>
                table.Layout is { Required: true, IsForm: false } && table.Rows.Count == 0
            )
        )
        {
            reading.Fault(
                $"${table.Name}",
                new CellPlace(table.Name),
                $"Lembar ini belum diisi. {table.Layout.Purpose}"
            );
        }
    }

    /// <summary>Sheet by sheet, row by row.</summary>
    public static IReadOnlyList<PlanError> InOrder(IEnumerable<PlanError> errors)
    {
        var order = PlanSheets.All.Select((sheet, i) => (SheetTable.Plain(sheet.Name), i)).ToDictionary();
        return
        [
            .. errors
                .OrderBy(error =>
                    error.Cell is { } cell ? order.GetValueOrDefault(SheetTable.Plain(cell.Sheet), order.Count) : -1
                )
                .ThenBy(error => error.Cell?.Row ?? 0)
                .ThenBy(error => error.Cell?.Column?.Length ?? 0)
                .ThenBy(error => error.Cell?.Column, StringComparer.Ordinal),
        ];
    }

    private static void Missing(SheetTable table, List<PlanError> errors, List<PlanError> warnings)
    {
        if (table.Layout.IsForm)
            return;
        for (var i = 0; i < table.Layout.Columns.Count; i++)
        {
            if (table.Positions[i] > 0)
                continue;
            var column = table.Layout.Columns[i];
            var error = new PlanError(
                "$",
                $"Kolom \"{column.Heading}\" tidak ada. {(column.Required ? column.Hint : "Isinya dianggap kosong.")}".TrimEnd(),
                new CellPlace(table.Name, SheetLayout.HeadingRow, null, column.Heading)
            );
            (column.Required ? errors : warnings).Add(error);
        }
    }

    private static void Remarks(SheetTable table, IReadOnlyList<string> merged, List<PlanError> warnings)
    {
        foreach (var heading in table.UnknownHeadings.Where(heading => heading.Length > 0))
        {
            warnings.Add(
                new PlanError("$", $"\"{heading}\" tidak dikenal dan tidak dibaca.", new CellPlace(table.Name))
            );
        }

        if (table.Examples > 0 && table.Rows.Count > 0)
        {
            warnings.Add(
                new PlanError(
                    "$",
                    $"{table.Examples} baris contoh dari templat tidak dibaca.",
                    new CellPlace(table.Name)
                )
            );
        }

        foreach (var area in merged)
        {
            warnings.Add(
                new PlanError(
                    "$",
                    $"Sel gabungan {area}: hanya sel kiri atasnya yang terisi.",
                    new CellPlace(table.Name)
                )
            );
        }
    }

    private static string Headings(SheetLayout layout) =>
        layout.IsForm
            ? $"Isian tidak ditemukan. Kolom A memuat nama isian seperti \"{layout.Columns[0].Heading}\", kolom B jawabannya."
            : $"Baris judul tidak ditemukan. Diharapkan kolom {string.Join(", ", layout.Columns.Select(column => $"\"{column.Heading}\""))}.";

    // Sheets of the template that hold no data.
    private static bool IsOurs(string name) =>
        SheetTable.Plain(name) == SheetTable.Plain(SheetNames.Instructions)
        || PlanSheets.All.Any(layout => SheetTable.Plain(layout.Name) == SheetTable.Plain(name));
}
