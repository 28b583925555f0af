using Sakip.Planning;

namespace Sakip.Tests.Orchestrations.Planning;

/// <summary>Files that finance systems of real offices hand out, and what they say.</summary>
public sealed class SpendingCaseTests
{
    [Theory]
    [InlineData("b01-realisasi-fisik-dulu.xlsx", "Realisasi Keuangan (Rp)")]
    [InlineData("b04-tabel-html-berakhiran.xls", "Realisasi")]
    [InlineData("b07-judul-dua-baris-gabung.xlsx", "Realisasi / Keuangan (Rp)")]
    [InlineData("b13-kode-terpecah-kolom.xlsx", "Realisasi")]
    public void The_column_of_money_is_read_without_a_question(string file, string heading)
    {
        var reading = SpendingFile.Read(SpendingFile.Import(SpendingFile.Case(file)));

        Assert.Empty(reading.Errors);
        Assert.Empty(reading.Warnings);
        Assert.Empty(reading.Questions);
        Assert.Equal((22, 730_445_282m), (reading.Realisation!.Rows.Count, reading.Realisation.Total()));
        Assert.Equal(heading, reading.Source!.Heading);
    }

    [Fact]
    public void Accounts_are_summed_by_sub_activity_and_it_is_said()
    {
        var reading = SpendingFile.Read(SpendingFile.Import(SpendingFile.Case("b03-realisasi-per-rekening.xlsx")));

        Assert.Empty(reading.Errors);
        Assert.Equal((22, 44, null), (reading.Source!.Rows, reading.Source.Summed, reading.Source.FileTotal));
        Assert.Equal(13_536_428m, reading.Realisation!.Of("I.A.1"));
        Assert.Equal(730_445_282m, reading.Realisation.Total());
    }

    [Fact]
    public void Blank_cells_are_asked_about_and_taken_for_nothing_or_refused_by_row()
    {
        var import = SpendingFile.Import(SpendingFile.Case("b09-sel-kosong.xlsx"));

        var asked = SpendingFile.Read(import);
        var zero = SpendingFile.Read(import with { Blanks = BlankCells.Zero });
        var refused = SpendingFile.Read(import with { Blanks = BlankCells.Refuse });

        Assert.Null(asked.Realisation);
        Assert.Empty(asked.Errors);
        var question = Assert.Single(asked.Questions);
        Assert.True(question.IsOpen);
        Assert.Contains("baris 2, 4, 6, 8,", question.Text, StringComparison.Ordinal);
        Assert.Equal((22, 0m), (zero.Realisation!.Rows.Count, zero.Realisation.Of("I.A.1")));
        Assert.Equal(
            [(2, "D"), (4, "D")],
            refused.Errors.Take(2).Select(error => (error.Cell!.Row!.Value, error.Cell.Column!))
        );
    }

    [Fact]
    public void A_sub_activity_that_the_budget_lacks_and_spending_above_a_ceiling_need_a_reason_and_are_no_walls()
    {
        var import = SpendingFile.Import(SpendingFile.Case("b10-sub-kegiatan-baru-pergeseran.xlsx"));

        var reading = SpendingFile.Read(import);
        var explained = SpendingFile.Read(import with { Reason = "Pergeseran 12 Maret." });

        Assert.Empty(reading.Errors);
        Assert.True(reading.LacksReason);
        Assert.Contains(reading.Warnings, warning => warning.Message.Contains("IV.B.9", StringComparison.Ordinal));
        Assert.False(explained.LacksReason);
        var made = explained.Realisation!;
        Assert.Equal(
            (23, 5_000_000m, "Sub Kegiatan Baru Hasil Pergeseran"),
            (made.Rows.Count, made.Of("IV.B.9")!.Value, made.Rows.Single(row => row.SubActivity == "IV.B.9").Name)
        );
        Assert.Equal(("IV.B.9", "Pergeseran 12 Maret."), (made.Exceptions!.Single().SubActivity, made.Reason));
    }

    [Fact]
    public void Of_last_month_this_month_and_the_sum_the_sum_is_taken()
    {
        var reading = SpendingFile.Read(
            "kode;Realisasi s.d. Bulan Lalu;Realisasi Bulan Ini;Realisasi s.d. Bulan Ini\nI.A.1;6.000.000;4.000.000;10.000.000\nI.A.2;0;20.000.000;20.000.000"
        );

        Assert.Equal(30_000_000m, reading.Realisation!.Total());
        Assert.Equal("menurut judul kolom", Assert.Single(reading.Questions).Because);
    }

    [Fact]
    public void Two_likely_columns_are_asked_about_and_the_choice_is_offered_again()
    {
        const string Csv =
            "kode;Realisasi SIPD;Realisasi Panjar;Realisasi Non Panjar\nI.A.1;10.000.000;4.000.000;6.000.000\nI.A.2;5.000.000;5.000.000;0";
        var import = SpendingFile.Import(System.Text.Encoding.UTF8.GetBytes(Csv));

        var open = SpendingFile.Read(import);
        var question = Assert.Single(open.Questions);
        var chosen = SpendingFile.Read(import with { Column = question.Options[0].Value });
        var again = SpendingFile.Read(import, "kolom lain", chosen.Realisation!.Column!);

        Assert.Null(open.Realisation);
        Assert.Equal(
            ["Realisasi SIPD", "Realisasi Panjar", "Realisasi Non Panjar"],
            question.Options.Select(one => one.Text)
        );
        Assert.Contains("Rp15.000.000", question.Options[0].Hint, StringComparison.Ordinal);
        Assert.Equal(15_000_000m, chosen.Realisation.Total());
        Assert.Equal(
            (15_000_000m, "seperti impor sebelumnya"),
            (again.Realisation!.Total(), Assert.Single(again.Questions).Because)
        );
    }

    [Theory]
    [InlineData("kode;realisasi\nI.A.1;550", "0,0")]
    [InlineData("kode;realisasi\nI.A.1;99.000.000.000", "Periksa kolom, satuan")]
    public void A_sum_far_from_the_ceiling_is_a_warning(string csv, string says) =>
        Assert.Contains(
            SpendingFile.Read(csv).Warnings,
            warning =>
                warning.Message.Contains("dari pagu", StringComparison.Ordinal)
                && warning.Message.Contains(says, StringComparison.Ordinal)
        );
}
