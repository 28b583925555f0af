using System.Text;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Workbooks;

namespace Sakip.Tests.Orchestrations.Planning;

public sealed class RealisationFileTests
{
    private static readonly Budget Budget = Sample.Plan.Budget;

    [Theory]
    [InlineData(
        "Kode Sub Kegiatan;Uraian;Realisasi;Tanggal Posisi\nI.A.1;Pembinaan;1.234.567;31-03-2024\nI.A.2;\"Bahan; Pustaka\";Rp 2.000,50;31 Maret 2024\nJUMLAH;;1.236.567,50;\n"
    )]
    [InlineData(
        "Laporan Realisasi\n\nKode,Nama,Realisasi Kumulatif,Per Tanggal\nI,Program,\"9,999\",\nI.A.1,Pembinaan,\"1,234,567.00\",2024-03-31\nI.A.2,Bahan,2000.50,2024-03-31\n"
    )]
    [InlineData("kode\trealisasi anggaran\ttanggal\r\nI.A.1\t1234567\t31/03/2024\r\nI.A.2\t2000,5\t31/03/2024\r\n")]
    [InlineData(
        "# ekspor;;\r\n\r\nkode;uraian \"asli\";realisasi;tanggal\r\nI.A.1;\"baris satu\nbaris dua\";1234567;31-03-2024\r\nI.A.2;\"tidak \"\"ditutup\";2000,5;31-03-2024\r\n\r\n;\"sisa"
    )]
    public void What_finance_systems_export_is_read_by_its_headings_and_matched_by_code(string csv)
    {
        var reading = Read(csv);

        Assert.Empty(reading.Errors);
        Assert.Equal(new DateOnly(2024, 3, 31), reading.Realisation!.Position);
        Assert.Equal(
            [("I.A.1", 1_234_567m), ("I.A.2", 2_000.5m)],
            reading.Realisation.Rows.Select(row => (row.SubActivity, row.Spending))
        );
        Assert.Contains(reading.Warnings, warning => warning.Message.Contains("I.A.3", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("I.A.1;12;31-03-2024\nI.A.1;13;31-03-2024", 3, "A", "sudah disebut")]
    [InlineData("I.A.1;-12;31-03-2024", 2, "B", "negatif")]
    [InlineData("I.A.1;dua;31-03-2024", 2, "B", "bukan angka")]
    [InlineData("I.A.1;12;01-04-2024", 2, "C", "di luar triwulan I")]
    [InlineData("I.A.1;12;31-03-2024\nI.A.2;12;30-03-2024", 3, "C", "Satu berkas memuat satu posisi")]
    [InlineData("I.A.1;12;", 1, null, "Tanggal posisi belum ada")]
    public void A_row_at_fault_is_named_by_row_and_column(string rows, int row, string? column, string says)
    {
        var error = Assert.Single(Read("kode;realisasi;tanggal posisi\n" + rows).Errors);

        Assert.Equal((row, column), (error.Cell!.Row, error.Cell.Column));
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Spending_above_the_ceiling_or_below_the_quarter_before_is_a_warning()
    {
        var before = new BudgetRealisation(Quarter.Q1, new DateOnly(2024, 3, 31), "a", [new("I.A.1", 50m)]);

        var reading = Read(
            "kode;realisasi;tanggal\nI.A.1;40;30-06-2024\nI.A.2;999999999999;30-06-2024",
            Quarter.Q2,
            before
        );

        Assert.Empty(reading.Errors);
        Assert.Contains(
            reading.Warnings,
            warning => warning.Message.Contains("turun dari Rp50 menjadi Rp40", StringComparison.Ordinal)
        );
        Assert.Contains(
            reading.Warnings,
            warning => warning.Message.Contains("melebihi pagu", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void The_filled_template_is_read()
    {
        var file = RealisationTemplate.Write(Budget, 2024, Quarter.Q1);
        using (var book = WorkbookReader.Open(new MemoryStream(file)))
            Assert.Equal(Budget.SubActivities().Count() + 1, book.Rows("Realisasi").Count());
        foreach (var row in Enumerable.Range(2, Budget.SubActivities().Count()))
            file = ChangedBook.With(file, "Realisasi", $"D{row}", "#1000");

        var reading = RealisationFile.Read(
            new RealisationImport(file, "a.xlsx", Quarter.Q1),
            Sample.Plan,
            Budget,
            before: null
        );

        Assert.Empty(reading.Errors);
        Assert.Contains("dari pagu", Assert.Single(reading.Warnings).Message, StringComparison.Ordinal);
        Assert.Equal(1000m * Budget.SubActivities().Count(), reading.Realisation!.Total());
    }

    [Fact]
    public void Absorption_is_summed_along_the_tree_and_stands_beside_the_sub_unit_s_own_figure()
    {
        var first = new Dictionary<string, decimal> { ["I.A.1"] = 100m, ["I.A.2"] = 50m };

        var lines = AbsorptionTree.Of(
            Budget,
            [first, null, null, null],
            new Dictionary<string, decimal> { ["I.A.1"] = 90m }
        );

        Assert.Equal((150m, 150m), (lines.Single(line => line.Code == "I").Last, lines[^1].Last!.Value));
        Assert.Equal(
            (10m, null),
            (
                lines.Single(line => line.Code == "I.A.1").Difference,
                lines.Single(line => line.Code == "I.A.2").Difference
            )
        );
        Assert.Null(lines.Single(line => line.Code == "I.A.3").Last);
    }

    [Fact]
    public void A_fault_below_a_line_break_in_a_cell_and_empty_rows_is_named_by_the_row_that_a_sheet_shows()
    {
        var error = Assert.Single(
            Read(
                "judul\n\nkode;uraian;realisasi;tanggal\nI.A.1;\"satu\ndua\";1;31-03-2024\nI.A.2;;lima;31-03-2024"
            ).Errors
        );

        Assert.Equal((5, "C"), (error.Cell!.Row, error.Cell.Column));
    }

    [Fact]
    public void A_file_with_more_rows_than_a_budget_can_have_is_refused()
    {
        var reading = Read("kode;realisasi\n" + string.Concat(Enumerable.Repeat("I;1\n", 20_000)));

        Assert.Contains("terlalu banyak baris", Assert.Single(reading.Errors).Message, StringComparison.Ordinal);
    }

    private static RealisationReading Read(
        string csv,
        Quarter quarter = Quarter.Q1,
        BudgetRealisation? before = null
    ) =>
        RealisationFile.Read(
            new RealisationImport(Encoding.UTF8.GetBytes(csv), "sipd.csv", quarter),
            Sample.Plan,
            Budget,
            before
        );
}
