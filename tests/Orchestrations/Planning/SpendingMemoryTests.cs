using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Tests.Orchestrations.Planning;

/// <summary>A column that was chosen once is known again in the next quarter, whatever its sheet is called then.</summary>
public sealed class SpendingMemoryTests
{
    [Theory]
    [InlineData("Maret", "Juni")]
    [InlineData("MAR", "JUN")]
    [InlineData("03", "06")]
    [InlineData("31 Maret 2024", "30 Juni 2024")]
    [InlineData("Lap. 31-Mar-2024", "Lap. 30-Jun-2024")]
    [InlineData("31-03-2024", "30-06-2024")]
    [InlineData("TW I", "TW II")]
    [InlineData("I", "II")]
    [InlineData("Rekap Triwulan 1", "Rekap Triwulan 2")]
    public void The_month_s_sheet_is_known_again_by_its_place_in_the_quarter(string march, string june)
    {
        var first = Import(Quarter.Q1, (Before(march), "Realisasi"), (march, "Realisasi"));
        var chosen = SpendingFile.Read(first with { Column = Option(first, march) });

        var again = Read(
            Import(Quarter.Q2, (Before(march), "Realisasi"), (march, "Realisasi"), (june, "Realisasi")),
            chosen.Realisation!.Column!
        );

        Assert.Equal(june, again.Source!.Sheet);
        Assert.Equal("seperti impor sebelumnya", Assert.Single(again.Questions).Because);
    }

    [Theory]
    [InlineData("Sheet1", "Ekspor")]
    [InlineData("Lembar Biro", "Biro Organisasi (2)")]
    public void A_sheet_with_another_name_is_known_by_its_headings(string before, string now)
    {
        var first = Import(Quarter.Q1, (before, "Realisasi SIPD"), ("Panjar", "Realisasi Panjar"));
        var chosen = SpendingFile.Read(first with { Column = Option(first, before) });

        var again = Read(
            Import(Quarter.Q2, ("Uang Muka", "Realisasi Panjar"), (now, "Realisasi SIPD")),
            chosen.Realisation!.Column!
        );

        Assert.Equal(now, again.Source!.Sheet);
    }

    [Fact]
    public void Headings_that_name_the_quarter_s_last_month_are_the_same_column_each_quarter()
    {
        var first = Of(Quarter.Q1, "kode;Realisasi SPJ s.d. Maret;Realisasi SP2D s.d. Maret\nI.A.1;1;2");
        var chosen = SpendingFile.Read(first with { Column = "realisasisp2dsdmaret" });

        var again = Read(
            Of(Quarter.Q2, "kode;Realisasi SPJ s.d. Juni;Realisasi SP2D s.d. Juni\nI.A.1;3;4"),
            chosen.Realisation!.Column!
        );

        Assert.Equal(4m, again.Realisation!.Total());
    }

    [Fact]
    public void Sheets_of_months_alone_are_asked_about_and_the_sum_to_the_quarter_s_end_is_not()
    {
        var months = Import(Quarter.Q1, ("Januari", "Realisasi"), ("Februari", "Realisasi"), ("Maret", "Realisasi"));
        var sums = Import(Quarter.Q1, ("Feb", "Realisasi s.d. bulan ini"), ("Mar", "Realisasi s.d. bulan ini"));

        Assert.True(Assert.Single(SpendingFile.Read(months).Questions).IsOpen);
        Assert.Equal("Mar", SpendingFile.Read(sums).Source!.Sheet);
    }

    [Fact]
    public void Where_several_columns_may_be_meant_it_is_asked_again()
    {
        var first = Import(Quarter.Q1, ("Belanja A", "Realisasi"), ("Belanja B", "Realisasi"));
        var chosen = SpendingFile.Read(first with { Column = Option(first, "Belanja A") });

        var again = Read(
            Import(Quarter.Q2, ("Belanja C", "Realisasi"), ("Belanja D", "Realisasi")),
            chosen.Realisation!.Column!
        );

        Assert.True(Assert.Single(again.Questions).IsOpen);
    }

    // The month before, or another sheet where the names are of quarters.
    private static string Before(string sheet) =>
        sheet switch
        {
            _ when sheet.Contains("Maret", StringComparison.Ordinal) => "Februari",
            "MAR" => "FEB",
            "03" => "02",
            _ => "Pembanding",
        };

    private static string Option(RealisationImport import, string sheet) =>
        Assert
            .Single(SpendingFile.Read(import).Questions)
            .Options.First(option => option.Hint!.StartsWith($"lembar {sheet},", StringComparison.Ordinal))
            .Value;

    private static RealisationReading Read(RealisationImport import, string remembered) =>
        SpendingFile.Read(import, remembered);

    private static RealisationImport Of(Quarter quarter, string csv) =>
        SpendingFile.Import(System.Text.Encoding.UTF8.GetBytes(csv)) with
        {
            Quarter = quarter,
            Position = quarter.LastDay(2024),
        };

    private static RealisationImport Import(Quarter quarter, params (string Sheet, string Heading)[] sheets) =>
        SpendingFile.Import(
            SpendingFile.Book([
                .. sheets.Select(
                    (one, at) =>
                        (
                            one.Sheet,
                            (string[][])
                                [
                                    ["Kode Sub Kegiatan", one.Heading],
                                    ["I.A.1", $"#{(at + 1) * 1_000_000}"],
                                ]
                        )
                ),
            ])
        ) with
        {
            Quarter = quarter,
            Position = quarter.LastDay(2024),
        };
}
