using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Sakip.Calendar;
using Sakip.Planning;

namespace Sakip.Tests.Orchestrations.Planning;

public sealed class PlanWorkbookTests
{
    [Fact]
    public void The_sample_exported_and_imported_is_the_same_to_the_byte()
    {
        var reading = PlanWorkbook.Read(
            new MemoryStream(PlanWorkbook.Write(Sample.Plan, [Sample.Revision])),
            Sample.Checks
        );

        Assert.True(reading.Succeeded, string.Join("\n", reading.Errors.Take(20)));
        Assert.Equal(PlanWriter.Write(Sample.Plan), PlanWriter.Write(reading.Plan!));
        Assert.Equal(PlanWriter.Write(Sample.Revision), PlanWriter.Write(Assert.Single(reading.Revisions)));
    }

    [Fact]
    public void What_no_sheet_has_a_column_for_travels_along()
    {
        var plan = Sample.Plan with { Unit = Sample.Plan.Unit with { Phone = "" } };

        var reading = PlanWorkbook.Read(new MemoryStream(PlanWorkbook.Write(plan, [])), Sample.Checks);

        Assert.Equal(PlanWriter.Write(plan), PlanWriter.Write(reading.Plan!));
    }

    [Fact]
    public void Template_and_export_have_no_error_by_the_format_s_validator()
    {
        foreach (
            var file in new[]
            {
                PlanWorkbook.Template(),
                PlanWorkbook.Template(2025),
                PlanTemplates.Short(2025),
                PlanTemplates.Example(Sample.Plan),
                PlanWorkbook.Write(Sample.Plan, [Sample.Revision]),
                PlanWorkbook.RevisionTemplate(Sample.Plan.Budget),
            }
        )
        {
            using var document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
            var errors = new OpenXmlValidator(FileFormatVersions.Office2013)
                .Validate(document, TestContext.Current.CancellationToken)
                .Take(5)
                .ToList();
            Assert.True(
                errors.Count == 0,
                string.Join("\n", errors.Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"))
            );
        }
    }

    [Fact]
    public void A_workbook_whose_heading_bears_its_former_name_is_read_as_before()
    {
        var file = PlanWorkbook.Write(Sample.Plan, [Sample.Revision]);

        var reading = PlanWorkbook.Read(
            new MemoryStream(ChangedBook.With(file, "Jendela Pelaporan", "C1", "Jatuh tempo *")),
            Sample.Checks
        );

        Assert.True(reading.Succeeded, string.Join("\n", reading.Errors.Take(20)));
        Assert.Equal(PlanWriter.Write(Sample.Plan), PlanWriter.Write(reading.Plan!));
    }

    [Fact]
    public void The_template_holds_the_scale_and_the_years_windows_on_working_days()
    {
        var rows = TemplateRows.Of(2025);

        Assert.Equal(5, rows[SheetNames.Bands].Count);
        Assert.Equal(4, rows[SheetNames.Windows].Count);
        Assert.All(rows.Values.SelectMany(sheet => sheet), row => Assert.NotNull(row[1]));
        var calendar = new WorkCalendar(HolidayCalendars.Of(null, 2025, 2026));
        Assert.All(
            rows[SheetNames.Windows].SelectMany(row => row.Skip(1)),
            day =>
                Assert.True(
                    calendar.IsWorkingDay(DateOnly.Parse(day!.GetValue<string>(), CultureInfo.InvariantCulture))
                )
        );
    }

    [Fact]
    public void The_short_template_has_half_the_sheets_and_an_office_begins_with_what_stands_on_them()
    {
        Assert.Equal(17, PlanTemplates.ShortSheets.Count);
        Assert.Contains(
            "belum diisi",
            Assert.Single(PlanWorkbook.Read(new MemoryStream(PlanTemplates.Short(2025))).Errors).Message,
            StringComparison.Ordinal
        );

        var filled = PlanWorkbook.Write("Ringkas", PlanTemplates.ShortSheets, PlanRecords.Of(Sample.Plan, []), []);
        var reading = PlanWorkbook.Read(new MemoryStream(filled), Sample.Checks);

        Assert.True(reading.Succeeded, string.Join("\n", reading.Errors.Take(20)));
        Assert.NotEmpty(reading.Plan!.Holidays);
    }

    [Fact]
    public void The_filled_sample_reads_back_as_the_plan_that_it_shows()
    {
        var reading = PlanWorkbook.Read(new MemoryStream(PlanTemplates.Example(Sample.Plan)), Sample.Checks);

        Assert.True(reading.Succeeded, string.Join("\n", reading.Errors.Take(20)));
        Assert.Equal(Sample.Plan.Officials.Count, reading.Plan!.Officials.Count);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(2025)]
    public void The_untouched_template_is_answered_with_what_to_do(int? year)
    {
        var reading = PlanWorkbook.Read(new MemoryStream(PlanWorkbook.Template(year)));
        Assert.Empty(reading.Counts);
        var error = Assert.Single(reading.Errors);

        Assert.Contains("belum diisi", error.Message, StringComparison.Ordinal);
        Assert.Contains("Petunjuk", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_five_hundred_errors_the_first_hundred_are_told_each_at_its_cell()
    {
        var plan = Sample.Plan with
        {
            Officials =
            [
                .. Sample.Plan.Officials,
                .. Enumerable
                    .Range(0, 500)
                    .Select(i =>
                        Sample.Plan.Officials[0] with
                        {
                            Code = $"x{i}",
                            Nip = $"{i:D17}x",
                            Email = $"x{i}@contoh.example",
                        }
                    ),
            ],
        };

        var errors = PlanWorkbook.Read(new MemoryStream(PlanWorkbook.Write(plan, [])), Sample.Checks).Errors;

        Assert.Equal(101, errors.Count);
        Assert.Contains("100 kesalahan", errors[0].Message, StringComparison.Ordinal);
        Assert.All(
            errors.Skip(1),
            error => Assert.Equal(("Pegawai", "E", "NIP"), (error.Cell!.Sheet, error.Cell.Column, error.Cell.Heading))
        );
        Assert.Equal(Enumerable.Range(20, 100), errors.Skip(1).Select(error => error.Cell!.Row!.Value));
    }

    public static TheoryData<string, string, string, string, string> Broken =>
        new()
        {
            { "Pegawai", "E2", "19900101", "Pegawai!E2", "18 angka" },
            { "Pegawai", "E2", "#199001012015011001", "Pegawai!E2", "Teks" },
            { "Pegawai", "A3", "p01", "Pegawai!A3", "lembar Pegawai, baris 2" },
            { "Pegawai", "G2", "satu", "Pegawai!G2", "surel" },
            { "Pegawai", "B2", "", "Pegawai!B2", "Wajib diisi" },
            { "Sub-unit", "C2", "tiada", "Sub-unit!C2", "'tiada' tidak ada" },
            { "Jabatan", "D2", "asisten", "Jabatan!D2", "atasannya sendiri" },
            { "Penempatan", "C2", "Pejabat", "Penempatan!C2", "Definitif, Plt., Plh., Pj." },
            { "Penempatan", "D2", "31-02-2023", "Penempatan!D2", "tidak ada pada bulan itu" },
            { "Penempatan", "D2", "02-01-23", "Penempatan!D2", "empat angka" },
            { "Penempatan", "E2", "1 Januari 2020", "Penempatan!E2", "sebelum tanggal mulai" },
            { "Peran", "A2", "Bos", "Peran!A2", "Perencana, Operator" },
            { "Sasaran", "A2", "t9", "Sasaran!A2", "lembar Tujuan" },
            { "Indikator", "F2", "Naik", "Indikator!F2", "Maksimasi, Minimasi, Stabilisasi" },
            { "Indikator", "P2", "9", "Indikator!P2", "0 sampai 6" },
            { "Indikator", "N2", "tiada", "Indikator!N2", "Sub-unit" },
            { "Indikator", "Q2", "80", "Indikator!R2", "Isi bersama kolom" },
            { "Riwayat", "B2", "2024", "Riwayat!B2", "sebelum 2024" },
            { "Riwayat", "D2", "1.234", "Riwayat!D2", "1234 atau 1,234" },
            { "RKT", "B2", "delapan", "RKT!B2", "bukan angka" },
            { "RKT", "B2", "-5", "RKT!B2", "negatif" },
            { "RKT", "C2", "99", "RKT!C2", "stabilisasi" },
            { "Anggaran Murni", "J4", "Rp. 1.000.000", "", "" },
            { "Anggaran Murni", "J2", "5", "Anggaran Murni!J2", "jumlah sub kegiatannya" },
            { "Anggaran Murni", "C3", "Z", "Anggaran Murni!C3", "Tidak ada program dengan kode 'Z'" },
            { "Anggaran Murni", "G4", "APBD", "Anggaran Murni!G4", "Khusus program" },
            { "Anggaran Murni", "J4", "", "Anggaran Murni!J4", "Wajib diisi" },
            { "Anggaran Murni", "F2", "snp, tiada", "Anggaran Murni!F2", "'tiada'" },
            { "Versi Anggaran", "A2", "x", "Versi Anggaran!A2", "bukan angka" },
            { "Jendela Pelaporan", "B2", "31-03-2024", "Jendela Pelaporan!B2", "setelah triwulan berakhir" },
            { "Jendela Pelaporan", "A3", "TW I", "Jendela Pelaporan!A3", "sudah dipakai" },
            { "Umum", "B2", "dua ribu", "Umum!B2", "bukan angka" },
            { "Umum", "B16", "31-12-2024", "Umum!B16", "setelah tahun 2024" },
            { "Kebijakan Hitung", "B3", "C", "Kebijakan Hitung!B3", "A: (2T - R) / T" },
            { "Pengaturan PK", "B3", "kepala-biro", "Pengaturan PK!B3", "harus berbeda" },
            { "Narasi", "D3", "{{capaian.zz}}", "Narasi!D3", "'{{capaian.zz}}' tidak dikenal" },
            { "Hari Libur", "A2", "#REF", "Hari Libur!A2", "galat #REF!" },
        };

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_broken_cell_is_named_with_what_is_expected(
        string sheet,
        string cell,
        string value,
        string where,
        string says
    )
    {
        var file = ChangedBook.With(PlanWorkbook.Write(Sample.Plan, []), sheet, cell, value);

        var errors = PlanWorkbook.Read(new MemoryStream(file), Sample.Checks).Errors;

        if (where.Length == 0)
        {
            Assert.Empty(errors);
            return;
        }

        var all = string.Join("\n", errors.Select(error => $"{error.Cell}: {error.Message}"));
        Assert.True(
            errors.Any(error =>
                $"{error.Cell?.Sheet}!{error.Cell?.Column}{error.Cell?.Row}" == where
                && error.Message.Contains(says, StringComparison.Ordinal)
            ),
            all
        );
        Assert.True(errors.Count <= 3, all);
    }

    [Fact]
    public void A_budget_revision_goes_out_as_a_workbook_and_comes_back_the_same()
    {
        var reading = PlanWorkbook.ReadRevision(
            new MemoryStream(PlanWorkbook.Write(Sample.Revision)),
            Sample.Plan,
            Sample.Plan.Budget
        );

        Assert.Empty(reading.Errors);
        Assert.Equal(PlanWriter.Write(Sample.Revision), PlanWriter.Write(reading.Value!));
    }

    [Fact]
    public void A_revision_whose_number_is_not_the_next_is_refused_by_its_number()
    {
        var reading = PlanWorkbook.ReadRevision(
            new MemoryStream(PlanWorkbook.Write(Sample.Revision)),
            Sample.Plan,
            Sample.Revision.Budget
        );

        Assert.Contains(reading.Errors, error => error.Message.Contains("versi 2", StringComparison.Ordinal));
    }
}
