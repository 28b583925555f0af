using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Sakip.Consistency;
using Sakip.Documents;
using Sakip.Documents.Pdf;
using Sakip.Reporting;
using Sakip.Tests.Orchestrations.Reporting;
using Document = DocumentFormat.OpenXml.Wordprocessing.Document;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using Table = DocumentFormat.OpenXml.Wordprocessing.Table;

namespace Sakip.Tests.Orchestrations.Consistency;

/// <summary>A report handed in as a Word document: headings, texts and tables are read, and then checked like any other.</summary>
public sealed class WordReportTests
{
    [Fact]
    public void The_report_that_the_app_writes_is_read_whole_and_gives_no_false_alarm()
    {
        var fonts = new FontLibrary();
        var document = HeadingIds.Complete(AnnualReportDocument.Build(SampleReport.Data));
        var read = WordReportReader.Read(new DocxWriter(fonts).Write(document, new PdfWriter(fonts).Write(document)));
        Assert.Empty(read.Problems);
        Assert.Equal(2024, read.Report!.Year);
        Assert.Contains("Biro Organisasi", read.Report.Office, StringComparison.OrdinalIgnoreCase);
        var examined = ReportChecker.Examine(read.Report);
        // The first agreement calls a programme otherwise than the budget; the rest is so in the sample's data.
        Assert.Equal(
            ["K-AG-01", "K-HT-02", "K-IN-04", "K-IN-04"],
            examined.Findings.Select(finding => finding.Code).Order(StringComparer.Ordinal)
        );
        Assert.InRange(examined.Reading.Tables.Count(table => table.IsChecked), 12, 40);
    }

    [Fact]
    public void Merged_headings_merged_cells_and_column_numbers_are_laid_out()
    {
        var report = Read(
            Line("LAPORAN KINERJA DINAS CONTOH TAHUN 2024"),
            Line("DINAS CONTOH KABUPATEN CONTOH"),
            Line("BAB III"),
            Line("AKUNTABILITAS KINERJA"),
            Bold("A. Capaian Kinerja"),
            Line("Tabel 3.1 Anggaran dan Realisasi"),
            Table(
                [
                    Cell("Kode", down: true),
                    Cell("Uraian", down: true),
                    Cell("Anggaran", span: 2),
                    Cell("%", down: true),
                ],
                [Below(), Below(), Cell("Pagu (Rp)"), Cell("Realisasi (Rp)"), Below()],
                [Cell("(1)"), Cell("(2)"), Cell("(3)"), Cell("(4)"), Cell("(5)")],
                [Cell("4.01.01"), Cell("PROGRAM CONTOH"), Cell("100.000.000"), Cell("50.000.000"), Cell("55,00")],
                [Cell("Jumlah", span: 2), Cell("100.000.000"), Cell("50.000.000"), Cell("50,00")]
            )
        );
        Assert.Equal((2024, "DINAS CONTOH KABUPATEN CONTOH"), (report.Year, report.Office));
        Assert.Equal(
            ["Sampul", "BAB III AKUNTABILITAS KINERJA", "A. Capaian Kinerja"],
            report.Sections.Select(section => section.Heading)
        );
        var table = report.Sections[2].Blocks![0].Table!;
        Assert.Equal(("3.1", "Anggaran dan Realisasi"), (table.Number, table.Caption));
        Assert.Equal(
            ["Kode", "Uraian", "Anggaran Pagu (Rp)", "Anggaran Realisasi (Rp)", "%"],
            table.Columns.Select(column => column.Heading)
        );
        Assert.Equal(2, table.Rows.Count);
        var examined = ReportChecker.Examine(report);
        Assert.Equal("55,00", Assert.Single(examined.Findings, one => one.Code == "K-HT-01").ValueA);
        Assert.Empty(examined.Reading.NotChecked);
    }

    [Fact]
    public void A_table_inside_a_frame_and_rows_inside_a_form_s_controls_are_read()
    {
        var inner = Table(
            [Cell("Program"), Cell("Pagu (Rp)"), Cell("Realisasi (Rp)"), Cell("%")],
            [Cell("Program Contoh"), Cell("100.000.000"), Cell("50.000.000"), Cell("55,00")]
        );
        inner.Append(
            new SdtRow(
                new SdtContentRow(new TableRow(Cell("Jumlah"), Cell("100.000.000"), Cell("60.000.000"), Cell("60,00")))
            )
        );
        var report = Read(
            Line("LAPORAN KINERJA TAHUN 2024"),
            Line("BAB III AKUNTABILITAS KINERJA"),
            new Table(
                new TableRow(new TableCell(Line("Tabel 3.1 Anggaran"))),
                new TableRow(new TableCell(inner, Line("")))
            )
        );

        var table = Assert.Single(report.Sections[^1].Blocks!, block => block.Table is not null).Table!;
        Assert.Equal(("3.1", 2), (table.Number, table.Rows.Count));
        Assert.Contains(ReportChecker.Examine(report).Findings, one => one.Code == "K-HT-01" && one.ValueA == "55,00");
    }

    [Fact]
    public void Text_that_was_deleted_and_instructions_of_fields_are_not_read()
    {
        var paragraph = new Paragraph(
            new DeletedRun(new Run(new DeletedText("lama"))),
            new MoveFromRun(new Run(new Text("tadi"))),
            new Run(new Text("baru")),
            new Run(new FieldCode(" SEQ Tabel ")),
            new Run(new Text(" saja") { Space = SpaceProcessingModeValues.Preserve })
        );
        var report = Read(Line("LAPORAN KINERJA TAHUN 2024"), Line("BAB I PENDAHULUAN"), paragraph);
        Assert.Equal("baru saja", report.Sections[^1].Blocks![0].Paragraph);
    }

    [Theory]
    [InlineData("", "Berkas kosong")]
    [InlineData("%PDF-1.7", "PDF")]
    [InlineData("\u00d0\u00cf\u0011\u00e0", "format lama")]
    [InlineData("PK\u0003\u0004 rusak", "rusak")]
    [InlineData("<html><body>Laporan</body></html>", "bukan dokumen Word")]
    public void What_is_no_Word_document_is_refused_with_the_way_out(string start, string said)
    {
        var read = WordReportReader.Read(System.Text.Encoding.Latin1.GetBytes(start));
        Assert.Null(read.Report);
        Assert.Contains(said, Assert.Single(read.Problems).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_cut_off_anywhere_and_bytes_changed_anywhere_are_answered()
    {
        var whole = Bytes(Line("LAPORAN KINERJA 2024"), Table([Cell("Program"), Cell("Pagu")], [Cell("A"), Cell("1")]));
        for (var cut = 0; cut < whole.Length; cut += 37)
            Assert.NotNull(WordReportReader.Read(whole[..cut]).Problems);
        var random = new Random(7);
        for (var i = 0; i < 200; i++)
        {
            var changed = whole.ToArray();
            changed[random.Next(changed.Length)] ^= (byte)random.Next(1, 256);
            if (WordReportReader.Read(changed).Report is { } report)
                Assert.NotNull(ReportChecker.Examine(report));
        }
    }

    [Fact]
    public void A_year_that_is_told_stands_above_the_cover_and_without_any_it_is_asked_for()
    {
        Assert.Equal(2023, WordReportReader.Read(Bytes(Line("LAPORAN KINERJA TAHUN 2024")), 2023).Report!.Year);
        Assert.Contains(
            "Tahun laporan tidak ditemukan",
            Assert.Single(WordReportReader.Read(Bytes(Line("LAPORAN KINERJA"))).Problems).Problem,
            StringComparison.Ordinal
        );
    }

    private static PrintedReport Read(params OpenXmlElement[] body)
    {
        var read = WordReportReader.Read(Bytes(body));
        Assert.Empty(read.Problems);
        return read.Report!;
    }

    private static byte[] Bytes(params OpenXmlElement[] body)
    {
        using var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            document.AddMainDocumentPart().Document = new Document(new Body(body));
        }

        return file.ToArray();
    }

    private static Paragraph Line(string text) => new(new Run(new Text(text)));

    private static Paragraph Bold(string text) => new(new Run(new RunProperties(new Bold()), new Text(text)));

    private static Table Table(params TableCell[][] rows) => new(rows.Select(cells => new TableRow(cells)));

    private static TableCell Cell(string text, int span = 1, bool down = false)
    {
        var properties = new TableCellProperties();
        if (span > 1)
            properties.Append(new GridSpan { Val = span });
        if (down)
            properties.Append(new VerticalMerge { Val = MergedCellValues.Restart });
        return new(properties, Line(text));
    }

    private static TableCell Below() => new(new TableCellProperties(new VerticalMerge()), Line(""));
}
