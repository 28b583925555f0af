using Sakip.Consistency;
using Sakip.Planning;

namespace Sakip.Tests.Orchestrations.Consistency;

/// <summary>Reports as offices have them: tables alone, with headings of their own.</summary>
public sealed class FieldReportTests
{
    [Fact]
    public void A_sentence_about_the_budget_without_a_budget_table_is_no_contradiction()
    {
        var examined = Examine(Case("c13-satu-kalimat-anggaran-tanpa-tabel.json"));
        Assert.Empty(Beside(examined.Findings));
    }

    [Theory]
    [InlineData("Kode", "Program/Kegiatan/Sub Kegiatan", "Pagu (Rp)", "Realisasi (Rp)", "%")]
    [InlineData("Kode", "Program/Kegiatan/Sub Kegiatan", "Anggaran", "Realisasi", "%")]
    [InlineData("Kode Rekening", "Uraian", "Anggaran (Rp)", "Realisasi (Rp)", "Persentase (%)")]
    [InlineData("Kode", "Nama Program/Kegiatan", "Alokasi Anggaran (Rp)", "Realisasi Keuangan (Rp)", "% Realisasi")]
    [InlineData("No", "Program / Kegiatan / Sub Kegiatan", "Jumlah Anggaran", "Jumlah Realisasi", "Serapan (%)")]
    [InlineData("No.", "Urusan/Program/Kegiatan", "Pagu Anggaran", "Realisasi Belanja", "Persentase Realisasi")]
    [InlineData("Kode", "Nomenklatur", "DPA (Rp)", "Penggunaan Anggaran", "Tingkat Serapan")]
    [InlineData("Kode", "Uraian", "Anggaran Setelah Perubahan", "Jumlah Realisasi (Rp)", "% Serapan Anggaran")]
    public void Planted_errors_are_found_whatever_the_headings(params string[] headings)
    {
        var report = Case("c16-judul-2.json");
        var columns = report.Sections[0].Blocks![0].Table!.Columns;
        var text = PrintedReportReader.Write(report);
        for (var i = 0; i < headings.Length; i++)
        {
            text = text.Replace(
                $"\"heading\": \"{columns[i].Heading}\"",
                $"\"heading\": \"{headings[i]}\"",
                StringComparison.Ordinal
            );
        }

        var examined = Examine(PrintedReportReader.Read(System.Text.Encoding.UTF8.GetBytes(text)).Report!);
        Assert.Equal(
            ["K-AG-02", "K-HT-01", "K-HT-01", "K-HT-01", "K-PK-05"],
            Beside(examined.Findings).Select(finding => finding.Code).Order(StringComparer.Ordinal)
        );
        Assert.Empty(examined.Reading.NotChecked);
    }

    [Theory]
    [InlineData("c16-judul-0.json")]
    [InlineData("c16-judul-2.json")]
    [InlineData("c16-judul-3.json")]
    [InlineData("c16-judul-5.json")]
    public void The_files_from_the_field_show_their_planted_errors(string file) =>
        Assert.Equal(5, Beside(Examine(Case(file)).Findings).Count());

    [Theory]
    [InlineData("Kategori")]
    [InlineData("Peringkat Kinerja")]
    [InlineData("Kualifikasi")]
    [InlineData("Status Capaian")]
    public void A_rating_is_held_against_the_scale_whatever_its_column_is_called(string heading)
    {
        var json = File.ReadAllText(PathOf("c12-kategori-salah.json"))
            .Replace("\"Kategori\"", $"\"{heading}\"", StringComparison.Ordinal);
        var report = PrintedReportReader.Read(System.Text.Encoding.UTF8.GetBytes(json)).Report!;
        var finding = Assert.Single(Examine(report).Findings, one => one.Code == "K-NR-01");
        Assert.Equal("Sangat Tinggi", finding.ValueA);
    }

    [Fact]
    public void A_target_of_0_is_reached_with_100_and_missed_with_0_percent() =>
        Assert.Empty(Beside(Examine(Case("c07-target-nol.json")).Findings));

    [Fact]
    public void What_was_not_handed_in_is_said_once_and_blocks_nothing()
    {
        var missing = Assert.Single(Examine(Case("c07-target-nol.json")).Findings, one => one.Code == "K-DK-01");
        Assert.Equal(FindingLevel.Info, missing.Level);
        Assert.Contains("Bab I Pendahuluan", missing.ValueA, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_that_was_not_understood_is_named_and_so_is_a_table_that_no_rule_reads()
    {
        var report = Table(["No", "Kecamatan", "Luas"], ["1", "Contoh", "12"]);
        var left = Assert.Single(Examine(report).Reading.NotChecked);
        Assert.Equal("Tabel 9.1: kolom \"Kecamatan\", \"Luas\" tidak dikenali; tabel ini tidak diperiksa.", left);
        var known = Table(
            ["Program", "Pagu (Rp)", "Realisasi (Rp)", "Sumbangan", "Ket."],
            ["Program Contoh", "100.000", "50.000", "3", "-"]
        );
        Assert.Equal(
            "Tabel 9.1: kolom \"Sumbangan\" tidak dikenali; kolom itu tidak diperiksa.",
            Assert.Single(Examine(known).Reading.NotChecked)
        );
    }

    [Fact]
    public void Amounts_in_thousands_and_physical_progress_are_not_taken_for_rupiah()
    {
        var report = Table(
            ["Program", "Pagu (Rp)", "Realisasi Fisik (%)", "Realisasi (Rp)", "Pagu (juta rupiah)"],
            ["Program Contoh", "100.000.000", "90", "50.000.000", "100"]
        );
        var read = Assert.Single(Examine(report).Reading.Tables);
        Assert.Equal(
            ["program, kegiatan, atau sub kegiatan", "pagu", null, "realisasi anggaran", null],
            read.Columns.Select(column => column.Meaning)
        );
    }

    [Fact]
    public void Numbers_no_office_can_mean_do_not_end_the_check()
    {
        const string Huge = "79228162514264337593543950335";
        var report = Table(
            ["No", "Indikator", "Target", "Realisasi", "Capaian (%)"],
            ["1", "Persentase A", "0,0000000000000000000000001", Huge, Huge]
        );
        Assert.NotNull(Examine(report));
        Assert.NotNull(Examine(Table(["Program", "Pagu", "Realisasi", "%"], ["Program A", Huge, Huge, "1"])));
    }

    private static PrintedReport Table(string[] headings, params string[][] rows) =>
        new()
        {
            Title = "Laporan Kinerja 2024",
            Office = "Dinas Contoh",
            Year = 2024,
            Sections =
            [
                new(
                    "BAB III AKUNTABILITAS KINERJA",
                    1,
                    Blocks:
                    [
                        new(
                            Table: new(
                                [.. headings.Select(heading => new PrintedColumn(heading))],
                                [.. rows.Select(cells => new PrintedRow(cells))],
                                "9.1"
                            )
                        ),
                    ]
                ),
            ],
        };

    // Without what only says that the rest of the report is not there.
    private static IEnumerable<Finding> Beside(IEnumerable<Finding> findings) =>
        findings.Where(finding => finding.Code != "K-DK-01");

    private static Examination Examine(PrintedReport report) => ReportChecker.Examine(report);

    private static PrintedReport Case(string file)
    {
        var read = PrintedReportReader.Read(File.ReadAllBytes(PathOf(file)));
        Assert.Empty(read.Problems);
        return read.Report!;
    }

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Consistency", "Cases", file);
}
