using System.Text;
using Sakip.Planning;

namespace Sakip.Tests.Orchestrations.Planning;

/// <summary>Budget lists of the finance system (rekap sub kegiatan), in the forms in which offices export them.</summary>
public sealed class BudgetListTests
{
    private const string Flat =
        "Kode Program;Nama Program;Kode Kegiatan;Nama Kegiatan;Kode Sub Kegiatan;Nama Sub Kegiatan;Sumber Dana;Pagu\n"
        + "X.XX.01;Program Penunjang;X.XX.01.2.01;Perencanaan;X.XX.01.2.01.0001;Penyusunan Renja;PAD;1.000.000\n"
        + "X.XX.01;Program Penunjang;X.XX.01.2.01;Perencanaan;X.XX.01.2.01.0001;Penyusunan Renja;DAU;500.000\n"
        + "4.01.02;Program Layanan;4.01.02.1.01;Layanan Dasar;4.01.02.1.01.0003;Layanan Keliling;DAU;2.500.000\n"
        + ";;;;;JUMLAH;;4.000.000\n";

    private const string Tree =
        "Kode;Program / Kegiatan / Sub Kegiatan;Pagu (Rp)\n"
        + "4;URUSAN;4.000.000\n4.01;BIDANG URUSAN;4.000.000\n4.01.02;Program Layanan;4.000.000\n"
        + "4.01.02.1.01;Layanan Dasar;4.000.000\n4.01.02.1.01.0003;Layanan Keliling;3.000.000\n"
        + "5.1.02;Belanja Barang;3.000.000\n4.01.02.1.01.0004;Layanan Daring;1.000.000\nTotal;;4.000.000\n";

    [Fact]
    public void One_row_to_a_sub_activity_is_read_with_X_XX_replaced_and_rows_of_several_funds_summed()
    {
        var (reading, merged) = Read(Flat);

        Assert.Empty(reading.Errors);
        Assert.Empty(reading.Warnings);
        Assert.Equal(4_000_000m, reading.Source!.FileTotal);
        Assert.Equal(["4.01.01", "4.01.02"], merged.Programmes.Select(one => one.Code));
        Assert.Equal("PAD; DAU", merged.Programmes[0].FundSource);
        var sub = Assert.Single(merged.Programmes[0].Activities[0].SubActivities);
        Assert.Equal(("4.01.01.2.01.0001", 1_500_000m), (sub.Code, sub.Ceiling));
    }

    [Fact]
    public void A_name_that_the_national_nomenclature_has_otherwise_is_shown_and_stays()
    {
        var (_, merged) = Read(
            "Kode Program;Nama Program;Kode Kegiatan;Nama Kegiatan;Kode Sub Kegiatan;Nama Sub Kegiatan;Sumber Dana;Pagu\n"
                + "X.XX.01;PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA;X.XX.01.2.01;Perencanaan, Penganggaran, "
                + "dan Evaluasi Kinerja Perangkat Daerah;X.XX.01.2.01.0007;Evaluasi Dinas;PAD;1\n"
                + "4.01.99;Program Sendiri;4.01.99.2.01;Kegiatan Sendiri;4.01.99.2.01.0001;Sub Sendiri;PAD;1\n"
        );

        Assert.Equal(
            [new UnlikeName("4.01.01.2.01.0007", "Evaluasi Dinas", "Evaluasi Kinerja Perangkat Daerah")],
            merged.Unlike
        );
        Assert.Equal("Evaluasi Dinas", merged.Programmes[0].Activities[0].SubActivities[0].Name);
    }

    [Fact]
    public void A_tree_is_read_by_its_codes_and_the_levels_above_and_below_are_left_out()
    {
        var (reading, merged) = Read(Tree);

        Assert.Empty(reading.Errors);
        Assert.Empty(reading.Warnings);
        var programme = Assert.Single(merged.Programmes);
        Assert.Equal(("4.01.02", "Program Layanan", 4_000_000m), (programme.Code, programme.Name, programme.Ceiling()));
        Assert.Equal(2, Assert.Single(programme.Activities).SubActivities.Count);
    }

    [Fact]
    public void A_tree_of_the_office_s_own_codes_is_read_by_what_continues_what()
    {
        var (reading, merged) = Read(
            "Kode;Uraian;Pagu\nI;Program A;5\nI.A;Kegiatan A;5\nI.A.1;Sub A;2\nI.A.2;Sub B;3\nII;Program B;4\nII.A;Kegiatan B;4\nII.A.1;Sub C;4\n"
        );

        Assert.Empty(reading.Errors);
        Assert.Equal([("I", 5m), ("II", 4m)], merged.Programmes.Select(one => (one.Code, one.Ceiling())));
        Assert.Equal(["Sub A", "Sub B", "Sub C"], reading.Rows.Select(row => row.Sub.Name));
    }

    [Fact]
    public void Headings_of_two_rows_and_cells_that_are_printed_once_are_read_and_the_columns_of_money_told_apart()
    {
        var file = SpendingFile.Book(
            [
                ["REKAP SUB KEGIATAN", "", "", "", ""],
                ["Nomor DPA: DPPA/A.1/2024 Tanggal: 2 April 2024", "", "", "", ""],
                ["Program", "Kegiatan", "Sub Kegiatan", "Pagu", ""],
                ["", "", "", "Sebelum", "Sesudah"],
                [
                    "4.01.02 Program Layanan",
                    "4.01.02.1.01 Layanan Dasar",
                    "4.01.02.1.01.0003 Layanan Keliling",
                    "#3",
                    "#4",
                ],
                ["", "", "4.01.02.1.01.0004 Layanan Daring", "#1", "#2"],
            ],
            "D3:E3",
            "A3:A4",
            "B3:B4",
            "C3:C4"
        );

        var open = BudgetListFile.Read(new BudgetListImport(file, "a.xlsx"), Sample.Plan, []);
        var question = Assert.Single(open.Questions);
        var (reading, merged) = Read(new BudgetListImport(file, "a.xlsx") { Column = question.Options[1].Value });
        var again = BudgetListFile.Read(
            new BudgetListImport(file, "b.xlsx"),
            Sample.Plan,
            [new BudgetSource("a.xlsx", reading.Column)]
        );

        Assert.True(question.IsOpen);
        Assert.Equal(["Pagu / Sebelum", "Pagu / Sesudah"], question.Options.Select(one => one.Text));
        Assert.Equal(6m, merged.Programmes.Sum(one => one.Ceiling()));
        Assert.Equal("Layanan Daring", merged.Programmes[0].Activities[0].SubActivities[1].Name);
        Assert.Equal("seperti impor sebelumnya", again.Questions[0].Because);
        var filled = ListDocument.Filled(new BudgetListImport(file, ""), reading.Titles, Sample.Plan);
        Assert.Equal(("DPPA/A.1/2024", new DateOnly(2024, 4, 2)), (filled.Number, filled.Date));
    }

    [Fact]
    public void What_the_finance_system_does_not_know_is_chosen_for_a_whole_programme_and_remembered_by_code()
    {
        var unit = Sample.Plan.SubUnits[1].Code;
        var import = Import(Flat) with
        {
            Chosen = new Dictionary<string, string>
            {
                [ListAsked.UnitOfProgramme("4.01.01")] = Sample.Plan.SubUnits[0].Code,
                [ListAsked.UnitOfProgramme("4.01.02")] = unit,
                [ListAsked.Target("4.01.02.1.01.0003")] = "12 Dokumen",
                [ListAsked.Supports("4.01.02")] = "snp",
            },
        };

        var (_, open) = Read(Flat);
        var (reading, chosen) = Read(import);
        var first = new Budget(1, "DPA", new DateOnly(2024, 1, 2), null, chosen.Programmes);
        var next = ListMerge.Of(Import(Flat), reading.Rows, Sample.Plan, new ListMemory([first]));

        Assert.False(open.IsComplete);
        Assert.Equal(2, open.Open.Select(one => one.Sub.Code).Distinct().Count());
        Assert.True(chosen.IsComplete);
        Assert.True(next.IsComplete);
        Assert.Empty(next.Open);
        var sub = next.Programmes[1].Activities[0].SubActivities[0];
        Assert.Equal((unit, 12m), (sub.SubUnit, sub.OutputTarget));
        Assert.Equal(["snp"], next.Programmes[1].Supports);
    }

    [Fact]
    public void The_list_of_the_field_keeps_the_codes_of_the_budget_in_force_where_the_names_are_the_same()
    {
        var file = SpendingFile.Case("b14-rekap-sub-kegiatan-gaya-sipd.xlsx");
        var (reading, merged) = Read(
            new BudgetListImport(file, "sipd.xlsx")
            {
                Column = "pagu",
                Stage = BudgetStage.Shift,
                Part = ListPart.Whole,
            }
        );

        Assert.Empty(reading.Errors);
        Assert.True(merged.IsComplete);
        Assert.Equal("I.A.1", merged.Codes["4.01.01.1.01.0001"]);
        var sub = merged.Programmes[0].Activities[0].SubActivities[0];
        Assert.Equal(
            ("I.A.1", 67_683_140m, "perpustakaan", 203m),
            (sub.Code, sub.Ceiling, sub.SubUnit, sub.OutputTarget)
        );
        Assert.Equal(22, merged.Programmes.SelectMany(one => one.Activities).Sum(one => one.SubActivities.Count));
    }

    [Fact]
    public void Spending_under_the_codes_of_the_finance_system_is_read_for_the_codes_of_the_budget()
    {
        var budget = Sample.Plan.Budget with
        {
            Source = new BudgetSource(
                "sipd.xlsx",
                "pagu",
                Codes: new Dictionary<string, string> { ["4.01.01.1.01.0001"] = "I.A.1", ["4.01.01.1.01"] = "I.A" }
            ),
        };
        var file = Encoding.UTF8.GetBytes("kode;Realisasi\n4.01.01.1.01;7\n4.01.01.1.01.0001;12.500.000\n");

        var reading = RealisationFile.Read(SpendingFile.Import(file), Sample.Plan, budget, before: null);

        Assert.Empty(reading.Errors);
        Assert.Equal(12_500_000m, reading.Realisation!.Of("I.A.1"));
        Assert.Single(reading.Realisation.Rows);
    }

    [Fact]
    public void A_list_of_several_offices_asks_which_rows_are_meant()
    {
        const string Two =
            "SKPD;Kode Sub Kegiatan;Nama Sub Kegiatan;Nama Kegiatan;Nama Program;Pagu\nDinas A;4.01.02.1.01.0003;S1;K;P;5\nDinas B;4.01.02.1.01.0004;S2;K;P;7\n";

        var open = BudgetListFile.Read(Import(Two), Sample.Plan, []);
        var chosen = BudgetListFile.Read(Import(Two) with { Part = "Dinas B" }, Sample.Plan, []);

        Assert.True(open.IsOpen);
        Assert.Equal(7m, Assert.Single(chosen.Rows).Ceiling);
        Assert.Equal("4.01.02", chosen.Rows[0].Programme.Code);
    }

    [Fact]
    public void A_sum_that_differs_and_rows_without_a_code_are_told_and_a_file_without_ceilings_refused_with_what_to_do()
    {
        var (reading, _) = Read(
            Tree.Replace("Total;;4.000.000", ";Tanpa kode;9\nTotal;;4.100.000", StringComparison.Ordinal)
        );
        var refused = BudgetListFile.Read(Import("a;b\n1;2\n"), Sample.Plan, []);

        Assert.Contains(
            reading.Warnings,
            one =>
                one.Message.Contains("selisih −Rp100.000", StringComparison.Ordinal)
                || one.Message.Contains("selisih", StringComparison.Ordinal)
        );
        Assert.Contains(reading.Warnings, one => one.Message.Contains("tanpa kode", StringComparison.Ordinal));
        Assert.Contains("Ekspor rekap sub kegiatan", Assert.Single(refused.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_that_differ_are_shown_and_only_taken_when_asked()
    {
        var before = new ListMemory([Budget("Layanan Keliling Lama")]);
        var reading = BudgetListFile.Read(Import(Flat), Sample.Plan, []);

        var kept = ListMerge.Of(Import(Flat), reading.Rows, Sample.Plan, before);
        var taken = ListMerge.Of(Import(Flat) with { TakesNames = true }, reading.Rows, Sample.Plan, before);

        Assert.Contains(("4.01.02.1.01.0003", "Layanan Keliling Lama", "Layanan Keliling"), kept.Renamed);
        Assert.Equal("Layanan Keliling Lama", kept.Programmes[1].Activities[0].SubActivities[0].Name);
        Assert.Equal("Layanan Keliling", taken.Programmes[1].Activities[0].SubActivities[0].Name);
    }

    [Fact]
    public void Stages_are_named_in_the_order_of_the_year()
    {
        Budget At(int sequence, BudgetStage? stage) => Budget("x") with { Sequence = sequence, Stage = stage };
        Budget[] year =
        [
            At(0, null),
            At(1, BudgetStage.Shift),
            At(2, BudgetStage.Shift),
            At(3, BudgetStage.Amendment),
            At(4, BudgetStage.Shift),
        ];

        Assert.Equal(
            ["Murni", "Pergeseran ke-1", "Pergeseran ke-2", "Perubahan", "Pergeseran ke-1 setelah perubahan"],
            Enumerable.Range(1, 5).Select(count => BudgetStages.Name(year[..count]))
        );
        Assert.Equal("Perubahan ke-1", BudgetStages.Name([At(0, null), At(1, null)]));
    }

    private static Budget Budget(string name) =>
        new(
            0,
            "DPA",
            new DateOnly(2024, 1, 2),
            null,
            [
                new(
                    "4.01.02",
                    "Program Layanan",
                    "",
                    [],
                    "APBD",
                    [
                        new(
                            "4.01.02.1.01",
                            "Layanan Dasar",
                            "",
                            [new("4.01.02.1.01.0003", name, "", Sample.Plan.SubUnits[0].Code, 1m)]
                        ),
                    ]
                ),
            ]
        );

    private static BudgetListImport Import(string csv) => new(Encoding.UTF8.GetBytes(csv), "daftar.csv");

    private static (BudgetListReading Reading, MergedList Merged) Read(string csv) => Read(Import(csv));

    private static (BudgetListReading Reading, MergedList Merged) Read(BudgetListImport import)
    {
        var reading = BudgetListFile.Read(import, Sample.Plan, []);
        return (reading, ListMerge.Of(import, reading.Rows, Sample.Plan, new ListMemory([Sample.Plan.Budget])));
    }
}
