using System.Text.Json;
using Sakip.Kernel;
using Sakip.Workbooks;

namespace Sakip.Planning;

/// <summary>
/// The plan as a workbook. Cells are read into the same form as JSON and checked by the same rules; every error is shown
/// at its cell, those of cells and those of rules together.
/// </summary>
internal static class PlanWorkbook
{
    /// <param name="checks">What the capabilities above the plan demand of it.</param>
    public static PlanReading Read(Stream content, params IReadOnlyList<PlanCheck> checks)
    {
        try
        {
            using var book = WorkbookReader.Open(content);
            return Read(book, checks);
        }
        catch (WorkbookException refusal)
        {
            return PlanReading.Failed(new PlanError("$", refusal.Message));
        }
    }

    /// <param name="plan">The plan that the revision belongs to.</param>
    /// <param name="current">The budget version in force.</param>
    public static Reading<BudgetRevision> ReadRevision(Stream content, OfficePlan plan, Budget current)
    {
        try
        {
            using var book = WorkbookReader.Open(content);
            return RevisionWorkbook.Read(book, plan, current);
        }
        catch (WorkbookException refusal)
        {
            return new(null, [new PlanError("$", refusal.Message)]);
        }
    }

    /// <summary>The workbook to be filled in: what is the same for all, examples, drop-downs, instructions.</summary>
    /// <param name="year">The year that is planned, for its windows.</param>
    public static byte[] Template(int? year = null) =>
        Write(
            "Templat rencana kinerja",
            PlanSheets.All.Where(layout => layout.Name != SheetNames.Others).ToList(),
            TemplateRows.Of(year),
            [
                "Isi lembar demi lembar dari kiri ke kanan. Lembar bertanda hijau tua wajib diisi, yang hijau muda bila ada datanya.",
                "Baris abu-abu miring adalah contoh: timpa atau hapus. Baris contoh yang tidak diubah tidak ikut dibaca.",
                "Sudah terisi: pita peringkat dan kebijakan hitung (Permendagri 86/2017) serta jendela pelaporan. Periksa dan ubah "
                    + "bila kantor Anda berbeda. Hari libur dan daftar reviu yang dikosongkan terisi sendiri saat diimpor.",
                "Kolom dan isian bertanda * wajib. Jangan mengubah nama lembar, judul kolom, dan isian di kolom A lembar formulir.",
                "Pilih dari daftar bila ada. Kode yang dirujuk (sub-unit, jabatan, pegawai, indikator) harus ada di lembarnya.",
                "Tulis tanggal seperti 31-12-2025 atau 31 Desember 2025; angka seperti 87,5 atau 1.234.567; tanda \"-\" berarti tidak ada, bukan nol.",
                "NIP, kode anggaran, dan nomor dokumen ditulis sebagai teks; kolomnya sudah diatur demikian.",
                "Unggah pada halaman Impor rencana. Pratinjau menyebut setiap kesalahan dengan lembar, baris, dan kolomnya; "
                    + "tidak ada yang disimpan sebelum Anda menekan Terapkan.",
            ]
        );

    /// <summary>The plan in force and the budget's revisions; read back it gives the same data.</summary>
    public static byte[] Write(OfficePlan plan, IReadOnlyList<BudgetRevision> revisions)
    {
        var records = PlanRecords.Of(plan, revisions);
        records[SheetNames.Others] = [.. PlanLeftovers.Of(plan, records)];
        return Write(
            $"Rencana kinerja {plan.Unit.Name} tahun {plan.Year}",
            [
                .. PlanSheets.All.Where(layout =>
                    layout.Name != SheetNames.Others || records[SheetNames.Others].Count > 0
                ),
            ],
            records,
            [
                "Buku kerja ini memuat rencana yang berlaku saat diekspor, beserta perubahan anggarannya.",
                "Ubah yang perlu, lalu unggah pada halaman Impor rencana: pratinjau menunjukkan perbedaannya dengan rencana yang berlaku.",
            ]
        );
    }

    /// <summary>The workbook in which a budget revision is handed in, with the budget in force to start from.</summary>
    public static byte[] RevisionTemplate(Budget current)
    {
        var next = new BudgetRevision(
            current with
            {
                Sequence = current.Sequence + 1,
            },
            RevisionReason.StrategyOrBudgetChanged,
            "",
            []
        );
        return Write(
            "Perubahan anggaran",
            PlanSheets.OfRevision,
            PlanRecords.Of(next),
            [
                "Lembar Anggaran Perubahan sudah memuat anggaran yang berlaku: ubah pagu dan rinciannya menurut DPPA.",
                "Lengkapi lembar Versi Anggaran: nomor dan tanggal DPPA, alasan, dan penjelasannya.",
                "Bila target indikator ikut berubah, tulis target barunya di lembar Perubahan Target.",
                "Unggah pada halaman Anggaran; tidak ada yang disimpan sebelum Anda menekan Terapkan.",
            ]
        );
    }

    /// <summary>A budget revision as a workbook that reads back to the same.</summary>
    public static byte[] Write(BudgetRevision revision)
    {
        return Write(
            $"Perubahan anggaran ke-{revision.Budget.Sequence}",
            PlanSheets.OfRevision,
            PlanRecords.Of(revision),
            ["Buku kerja ini memuat satu perubahan anggaran sebagaimana tersimpan."]
        );
    }

    public static byte[] Write(
        string title,
        IReadOnlyList<SheetLayout> layouts,
        Dictionary<string, List<System.Text.Json.Nodes.JsonNode?[]>>? records,
        IReadOnlyList<string> steps
    )
    {
        var writer = new PlanSheetWriter(layouts);
        return WorkbookWriter.Write(
            new WorkbookContent(
                title,
                [
                    PlanInstructions.Sheet(title, steps, layouts),
                    .. layouts.Select(layout => writer.Sheet(layout, records?.GetValueOrDefault(layout.Name))),
                ],
                writer.Names()
            )
        );
    }

    private static PlanReading Read(WorkbookReader book, IReadOnlyList<PlanCheck> checks)
    {
        var warnings = new List<PlanError>();
        var errors = new List<PlanError>();
        var tables = BookTables.Read(book, PlanSheets.All, errors, warnings);
        if (BookTables.IsUntouched(tables))
            return PlanReading.Failed(new PlanError("$", BookTables.Untouched));
        var assembly = new PlanAssembly(tables);
        var isWhole = assembly.TryAssemble(() => BookTables.RequireRows(tables, assembly.Reading));
        errors.AddRange(assembly.Reading.Errors);
        var counts = tables
            .Values.Where(table => !table.Layout.IsForm && table.Rows.Count > 0)
            .Select(table => new PlanCount(table.Layout.Name, table.Rows.Count))
            .ToList();
        if (!isWhole)
            return Failed(BookTables.InOrder(errors));
        OfficePlan plan;
        List<BudgetRevision> revisions;
        try
        {
            plan = assembly.Plan.Deserialize<OfficePlan>(CanonicalJson.Options)!;
            revisions =
            [
                .. assembly.Revisions.Select(revision => revision.Deserialize<BudgetRevision>(CanonicalJson.Options)!),
            ];
        }
        catch (JsonException failure)
        {
            errors.Add(
                new PlanError(
                    failure.Path ?? "$",
                    "Isian lain tidak sesuai dengan susunan rencana.",
                    new CellPlace(SheetNames.Others)
                )
            );
            return Failed(errors);
        }

        plan = PlanReader.WithHolidays(plan);
        var broken = PlanRules
            .Check(plan, checks)
            .Concat(RevisionWorkbook.Check(revisions, plan))
            .Concat(TextLimits.Check(assembly.Plan))
            .Where(error => !assembly.Reading.Follows(error))
            .Select(assembly.Places.Locate);
        errors.AddRange(broken);
        if (errors.Count > 0)
            return Failed(RowReading.Told(BookTables.InOrder(errors))) with { Draft = PlanDraft.Of(plan, errors) };

        warnings.AddRange(PlanWarnings.Check(plan).Select(assembly.Places.Locate));
        return new PlanReading(plan, revisions, [], warnings, counts) { Cleaned = assembly.Reading.Cleaned };

        PlanReading Failed(IReadOnlyList<PlanError> errors) =>
            new(null, [], errors, warnings, counts) { Cleaned = assembly.Reading.Cleaned };
    }
}
