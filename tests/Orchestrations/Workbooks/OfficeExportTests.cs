using Sakip.Tests.Orchestrations.Planning;

namespace Sakip.Tests.Orchestrations.Workbooks;

/// <summary>Files from Google Sheets and from WPS come in through the same door.</summary>
public sealed class OfficeExportTests
{
    private static readonly string[][] Spending =
    [
        ["Realisasi Anggaran s.d. Triwulan I", "", "", "", ""],
        ["Kode Sub Kegiatan", "Uraian", "Pagu (Rp)", "Realisasi Keuangan (Rp)", "%"],
        ["I.A.1", "Pembinaan & pengolahan <bahan>", "#2000000", "#1000000", "#50"],
        ["I.A.2", "Bahan pustaka", "#4000000", "#2000000.5", "#50"],
        ["", "JUMLAH", "#6000000", "#3000000.5", "#50"],
    ];

    public static TheoryData<string> Programs => ["Google Sheets", "WPS"];

    [Theory]
    [MemberData(nameof(Programs))]
    public void A_spending_file_that_was_exported_by_it_is_read(string program)
    {
        var reading = SpendingFile.Read(SpendingFile.Import(File(program, Spending)));

        Assert.Empty(reading.Errors);
        Assert.Equal((1_000_000m, 2_000_000.5m), (reading.Realisation!.Of("I.A.1"), reading.Realisation.Of("I.A.2")));
        Assert.Equal(3_000_000.5m, reading.Source!.FileTotal);
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void Its_rows_keep_their_cells_and_marks(string program)
    {
        var rows = Books.Rows(File(program, Spending), "Sheet1");

        Assert.Equal("Pembinaan & pengolahan <bahan>", rows[2][2].Text);
        Assert.Equal(2_000_000.5m, rows[3][4].Number);
        Assert.True(rows[4][1].IsEmpty);
    }

    private static byte[] File(string program, string[][] rows) =>
        program == "WPS" ? OfficeExports.Wps(rows) : OfficeExports.GoogleSheets(rows);
}
