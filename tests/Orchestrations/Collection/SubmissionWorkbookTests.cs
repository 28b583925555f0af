using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Sakip.Collection;
using Sakip.Kernel;
using Sakip.Tests.Orchestrations.Planning;
using Sakip.Tests.Orchestrations.Workbooks;

namespace Sakip.Tests.Orchestrations.Collection;

public sealed class SubmissionWorkbookTests
{
    private static readonly FormContent Form = new(
        "biro-organisasi/2024/q1/perpustakaan/r1",
        "Laporan triwulan I",
        [("Sub-unit", "Perpustakaan")],
        [
            new FormSection(
                "Indikator SNP",
                [("Target tahun ini", "60")],
                [
                    new FormCell(
                        "indikator.snp.nilai",
                        "Realisasi (Persen)",
                        FormCellKind.Number,
                        "53,25",
                        "Target triwulan ini 53"
                    ),
                    new FormCell("indikator.snp.solusi", "Solusi", FormCellKind.Text, "=bukan rumus"),
                    new FormCell("indikator.snp.status", "Status", FormCellKind.Choice)
                    {
                        Choices = ["Sesuai", "Terlambat"],
                    },
                ]
            ),
        ]
    );

    [Fact]
    public void The_prefilled_form_comes_back_as_it_stands()
    {
        var reading = Read(SubmissionWorkbook.Write(Form));

        Assert.Empty(reading.Errors);
        Assert.Equal(
            [("indikator.snp.nilai", "53,25"), ("indikator.snp.solusi", "=bukan rumus"), ("indikator.snp.status", "")],
            reading.Form.OrderBy(field => field.Key).Select(field => (field.Key, field.Value))
        );
    }

    [Theory]
    [InlineData("#1.234", "1,2340")]
    [InlineData("#1234.5", "1234,5")]
    [InlineData("12,5", "12,5")]
    public void A_number_cell_becomes_what_would_be_typed(string cell, string typed) =>
        Assert.Equal(
            typed,
            Read(ChangedBook.With(SubmissionWorkbook.Write(Form), "Laporan", "C6", cell)).Form["indikator.snp.nilai"]
        );

    [Fact]
    public void A_form_from_the_field_is_read_with_units_and_its_percent_format_is_named_at_its_cell()
    {
        var file = File.ReadAllBytes(
            Path.Combine(AppContext.BaseDirectory, "Planning", "Cases", "f01-formulir-triwulan-diisi.xlsx")
        );
        var rows = Books.Rows(file, "Laporan");
        var form = new FormContent(
            rows[0][5].Text,
            "",
            [],
            [
                new FormSection(
                    "",
                    [],
                    [
                        .. rows.Skip(1)
                            .Where(row => row[5].Text.Length > 0)
                            .Select(row => new FormCell(row[5].Text, row[1].Text, KindOf(row[5].Text))),
                    ]
                ),
            ]
        );

        var reading = SubmissionWorkbook.Read(new MemoryStream(file), form);

        Assert.All(reading.Errors, one => Assert.EndsWith(".serapan", one.Path, StringComparison.Ordinal));
        var error = reading.Errors[0];
        Assert.Equal(
            "lembar Laporan, baris 32, kolom C (Serapan anggaran sampai triwulan ini (Rp))",
            error.Cell!.ToString()
        );
        Assert.StartsWith("Sel berformat persen (terbaca 150.000.000%).", error.Message, StringComparison.Ordinal);
        Assert.Equal("35", reading.Form["subkegiatan.III.A.1.fisik"]);
        Assert.Equal(2m, Number(reading, "subkegiatan.III.A.1.keluaran", "Dokumen"));
        Assert.Equal(0m, Number(reading, "indikator.temuan.nilai", "Temuan"));
        Assert.Equal(1_500_000m, Number(reading, "subkegiatan.III.A.1.serapan", null));

        static FormCellKind KindOf(string name) =>
            name.EndsWith("nilai", StringComparison.Ordinal) || name.StartsWith("sub", StringComparison.Ordinal)
                ? FormCellKind.Number
                : FormCellKind.Text;

        static decimal? Number(FormWorkbookReading reading, string name, string? unit) =>
            NumberParser.Parse(reading.Form[name], SubmissionForm.KindOf(name), unit: unit).Value;
    }

    [Theory]
    [InlineData("C8", "Entah", "Sesuai, Terlambat")]
    [InlineData("C6", "#REF", "galat")]
    public void A_cell_at_fault_is_named_by_row_and_column(string cell, string value, string says)
    {
        var error = Assert.Single(
            Read(ChangedBook.With(SubmissionWorkbook.Write(Form), "Laporan", cell, value)).Errors
        );

        Assert.Equal(cell, $"{error.Cell!.Column}{error.Cell.Row}");
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Errors_of_the_form_s_rules_are_shown_at_their_cells()
    {
        var located = Read(SubmissionWorkbook.Write(Form))
            .Locate(new Dictionary<string, string> { ["indikator.snp.solusi"] = "Wajib." });

        Assert.Equal(("C", 7), (located[0].Cell!.Column, located[0].Cell!.Row));
    }

    [Fact]
    public void A_form_of_another_report_and_another_workbook_are_refused()
    {
        var other = SubmissionWorkbook.Write(Form with { Id = "biro-organisasi/2024/q2/perpustakaan/r1" });

        Assert.Contains("laporan lain", Assert.Single(Read(other).Errors).Message, StringComparison.Ordinal);
        Assert.Contains(
            "bukan formulir",
            Assert.Single(Read(Sakip.Planning.PlanWorkbook.Template()).Errors).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Only_input_cells_can_be_typed_into_and_the_file_is_valid()
    {
        using var document = SpreadsheetDocument.Open(
            new MemoryStream(SubmissionWorkbook.Write(Form)),
            isEditable: false
        );
        var part = document.WorkbookPart!;
        var formats = part.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ToList();
        var sheet = part.WorksheetParts.Single().Worksheet!;

        Assert.Equal(
            ["C6", "C7", "C8"],
            sheet
                .Descendants<Cell>()
                .Where(cell => formats[(int)cell.StyleIndex!.Value].Protection?.Locked?.Value == false)
                .Select(cell => cell.CellReference!.Value)
        );
        Assert.True(sheet.Descendants<SheetProtection>().Single().Sheet!.Value);
        Assert.Empty(
            new OpenXmlValidator(FileFormatVersions.Office2013).Validate(
                document,
                TestContext.Current.CancellationToken
            )
        );
    }

    private static FormWorkbookReading Read(byte[] file) => SubmissionWorkbook.Read(new MemoryStream(file), Form);
}
